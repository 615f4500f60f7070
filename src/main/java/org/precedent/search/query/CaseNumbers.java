package org.precedent.search.query;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognizes case numbers in any format: {@code CM14-0012345}, {@code cm14 0012345}, {@code CM140012345}, {@code CM14-212345}
 * (leading zero omitted), {@code IMR 13-000004}; alone, in a list, within a citation, or as the serial number without its
 * year.
 */
public final class CaseNumbers {
    private static final String FORM =
            "(?:cm[\\s-]*([0-9]{2})[\\s-]*([0-9]{7}|[1-9][0-9]{5})|imr[\\s-]*([0-9]{2})[\\s-]*([0-9]{6}))(?![0-9])";
    private static final String DASHES = "[\u2010-\u2015\u2212]";
    private static final Pattern EXACT = Pattern.compile("(?i)" + FORM);
    private static final Pattern EMBEDDED = Pattern.compile("(?i)(?<![a-z0-9])" + FORM);
    private static final Pattern RUNNING = Pattern.compile("[0-9]{7}");

    /**
     * Parts of the citations this application produces other than the number: authority and date, the issue's subject, the marker of a
     * sample.
     */
    private static final Pattern CITED =
            Pattern.compile("(?i)\\(cal\\.[^()]*\\)|(?<=issue [0-9]{1,3}) \\(.*\\)|\\[invented sample\\]");

    /** Words around a case number in a citation. */
    private static final Pattern CITING = Pattern.compile("(?i)\\b(?:issues?\\s*(?:nos?\\.?|numbers?|#)?\\s*[0-9]{1,3}"
            + "|imr|dwc|maximus|case|docket|file|claim|nos?|numbers?|reference|ref|see|also|cf|in|re|of|the|and|or|at|per|citing|id"
            + "|accord|final|determinations?|letters?|decisions?)\\b");

    private static final Pattern ISSUE = Pattern.compile("(?i)\\bissue\\s*(?:no\\.?|number|#)?\\s*([0-9]{1,3})\\b");
    private static final int FIRST_YEAR = 13;
    private static final int CENTURY = 100;

    private CaseNumbers() {}

    /**
     * The case number in its canonical spelling; empty when the text is not a case number.
     */
    public static Optional<String> parse(String text) {
        var matcher = EXACT.matcher(text.strip().replaceAll(DASHES, "-"));
        return matcher.matches() ? Optional.of(canonical(matcher)) : Optional.empty();
    }

    /**
     * The case numbers in a text that consists only of citations, in text order, without duplicates; empty when it contains anything else.
     * A serial number alone ({@code 0213037}) may be of any year and yields one case number for each.
     */
    public static List<String> parseList(String text) {
        // most searches name no number, and then none of the patterns below need to run
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        var plain = text.replaceAll(DASHES, "-").strip();
        if (plain.length() > QueryLimits.LENGTH) {
            return List.of();
        }
        var rest = CITING.matcher(
                        CITED.matcher(EMBEDDED.matcher(plain).replaceAll(" ")).replaceAll(" "))
                .replaceAll(" ")
                .replaceAll("^[^\\p{L}\\p{N}\"*!-]+|[^\\p{L}\\p{N}\"*!]+$", "");
        var numbers = found(plain).stream().distinct().toList();
        if (numbers.isEmpty() && RUNNING.matcher(rest).matches()) {
            return ofAnyYear(rest);
        }
        return rest.chars().noneMatch(Character::isLetterOrDigit) && !isExpression(rest) ? numbers : List.of();
    }

    /**
     * The possible case numbers of a text that cites a single case: one, or one for each year if only the serial number is given; empty
     * when the text cites several cases or contains anything else.
     */
    public static List<String> parseSingle(String text) {
        var listed = parseList(text);
        boolean oneRunningNumber = listed.stream()
                        .map(number -> number.substring(number.indexOf('-')))
                        .distinct()
                        .count()
                == 1;
        return oneRunningNumber && (listed.size() == 1 || found(text).isEmpty()) ? listed : List.of();
    }

    /**
     * The number of the issue a citation names; empty when it names none.
     */
    public static Optional<Integer> parseIssueNumber(String text) {
        var matcher = ISSUE.matcher(text);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    /** Whether what is left has quotes or operators, so that the text is a query rather than a citation. */
    private static boolean isExpression(String rest) {
        return rest.chars().anyMatch(c -> c == '"' || c == '*' || c == '!' || c == '-');
    }

    private static List<String> ofAnyYear(String running) {
        int last = Year.now(ZoneOffset.UTC).getValue() % CENTURY;
        return IntStream.rangeClosed(FIRST_YEAR, last)
                .mapToObj(year -> "CM" + year + "-" + running)
                .toList();
    }

    private static List<String> found(String text) {
        var numbers = new ArrayList<String>();
        var matcher = EMBEDDED.matcher(text);
        while (matcher.find()) {
            numbers.add(canonical(matcher));
        }
        return numbers;
    }

    private static String canonical(Matcher matcher) {
        return matcher.group(1) == null
                ? "IMR" + matcher.group(3) + "-" + matcher.group(4)
                : "CM" + matcher.group(1) + "-"
                        + "0".repeat(7 - matcher.group(2).length()) + matcher.group(2);
    }
}
