package org.precedent.parse.issue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.precedent.determination.Layout;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Removes leading numbers that only count the requests. A bare number may also be a quantity ("1 urine drug screen"), so it counts
 * only in letters of the older layouts, and only where every request has its own position number.
 */
public final class RequestNumbers {
    private static final Pattern BARE = Pattern.compile("(\\d{1,2})\\s+(?=\\p{L})");

    private RequestNumbers() {}

    public static List<Range> without(FoldedText letter, List<IssueText> issues, Layout layout) {
        var requests = issues.stream().map(IssueText::request).toList();
        if (layout == Layout.L3B && issues.size() < 2) {
            return requests;
        }
        var without = new ArrayList<Range>();
        for (int i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var number = letter.matcher(BARE, request.start(), request.end());
            if (!number.lookingAt() || Integer.parseInt(number.group(1)) != i + 1) {
                return requests;
            }
            without.add(new Range(number.end(), request.end()));
        }
        return without;
    }
}
