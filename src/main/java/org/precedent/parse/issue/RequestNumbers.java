package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.precedent.determination.Layout;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Removes leading numbers and letters that merely number the requests. A bare number may also be a quantity ("1 urine drug screen"), so it
 * is removed only in the older layouts, and only if every request is numbered by its position.
 */
public final class RequestNumbers {
    private static final Pattern BARE_NUMBER = Pattern.compile("(\\d{1,2})\\s+(?=\\p{L})");

    /** {@code Issue #2:}, which is always a number, whatever precedes it. */
    private static final Pattern LABELED_NUMBER = Pattern.compile(
            "(?:Disputed )?(?:Issue|Item|Request|Service)\\s?(?:No\\.?|Number|#)?\\s?\\d{1,2}\\s?[:.)-]\\s?(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LETTERED =
            Pattern.compile("\\(?([A-Z]|[IVX]{1,6})[.)]\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final List<String> ROMAN = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII", "XIX", "XX");

    private RequestNumbers() {}

    public static List<Range> strip(FoldedText letter, List<IssueText> issues, Layout layout) {
        var requests = issues.stream()
                .map(IssueText::request)
                .map(request -> strip(LABELED_NUMBER, letter, request))
                .toList();
        boolean isLettered = requests.size() > 1
                && (areCounted(letter, requests, i -> i < ROMAN.size() ? ROMAN.get(i) : "")
                        || areCounted(letter, requests, i -> String.valueOf((char) ('A' + i))));
        return isLettered
                ? requests.stream().map(r -> strip(LETTERED, letter, r)).toList()
                : withoutBareNumbers(letter, requests, layout);
    }

    private static Range strip(Pattern number, FoldedText letter, Range request) {
        var found = letter.matcher(number, request.start(), request.end());
        return found.lookingAt() ? letter.trimmed(found.end(), request.end()) : request;
    }

    private static boolean areCounted(FoldedText letter, List<Range> requests, IntFunction<String> number) {
        for (int i = 0; i < requests.size(); i++) {
            var found = letter.matcher(
                    LETTERED, requests.get(i).start(), requests.get(i).end());
            if (!found.lookingAt() || !found.group(1).equalsIgnoreCase(number.apply(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Range> withoutBareNumbers(FoldedText letter, List<Range> requests, Layout layout) {
        if (layout == Layout.L3B && requests.size() < 2) {
            return requests;
        }
        var without = new ArrayList<Range>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var number = letter.matcher(BARE_NUMBER, request.start(), request.end());
            if (!number.lookingAt() || Integer.parseInt(number.group(1)) != i + 1) {
                return requests;
            }
            without.add(new Range(number.end(), request.end()));
        }
        return without;
    }
}
