package org.precedent.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Case numbers in any spelling: {@code CM14-0012345}, {@code cm14 0012345}, {@code CM140012345}, {@code IMR 13-000004}.
 */
public final class CaseNumbers {
    private static final String FORM = "(?:cm[\\s-]*([0-9]{2})[\\s-]*([0-9]{7})|imr[\\s-]*([0-9]{2})[\\s-]*([0-9]{6}))";
    private static final String DASHES = "[\u2010-\u2015\u2212]";
    private static final Pattern ONE = Pattern.compile("(?i)" + FORM);
    private static final Pattern LIST = Pattern.compile("(?i)(?:case\\s*(?:numbers?|nos?\\.?|#)?[\\s:]*)?" + FORM
            + "(?:(?:[\\s,;|]|\\band\\b|\\bor\\b)+" + FORM + ")*[\\s,;.]*");

    private CaseNumbers() {}

    /**
     * The case number in its canonical spelling; empty when the text is none.
     */
    public static Optional<String> of(String text) {
        var matcher = ONE.matcher(text.strip().replaceAll(DASHES, "-"));
        return matcher.matches() ? Optional.of(canonical(matcher)) : Optional.empty();
    }

    /**
     * The case numbers of a text that holds nothing else, in their order, without repeats; empty when it holds other words too.
     */
    public static List<String> listed(String text) {
        var plain = text.replaceAll(DASHES, "-").strip();
        if (plain.length() > QueryLimits.LENGTH || !LIST.matcher(plain).matches()) {
            return List.of();
        }
        return found(plain).stream().distinct().toList();
    }

    private static List<String> found(String text) {
        var numbers = new ArrayList<String>();
        var matcher = ONE.matcher(text);
        while (matcher.find()) {
            numbers.add(canonical(matcher));
        }
        return numbers;
    }

    private static String canonical(java.util.regex.Matcher matcher) {
        return matcher.group(1) == null
                ? "IMR" + matcher.group(3) + "-" + matcher.group(4)
                : "CM" + matcher.group(1) + "-" + matcher.group(2);
    }
}
