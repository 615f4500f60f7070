package org.precedent.web.view;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * URLs of the guideline and treatment pages: {@code /guidelines/mtus/low-back-complaints/2004/special-studies}. Each segment is a name in
 * lower case with hyphens, so that it is easy to read aloud and type.
 */
public final class SubjectAddress {
    /** Path prefix of the guideline pages. */
    public static final String GUIDELINES = "/guidelines";

    /** Path prefix of the treatment pages. */
    public static final String TREATMENTS = "/treatments";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final String UNNAMED = "other";

    private SubjectAddress() {}

    /**
     * Path of the page of a guideline.
     *
     * @param label family, or family and title: {@code MTUS Low Back Complaints}
     */
    public static String guideline(String label) {
        int family = label.indexOf(' ');
        return family < 0
                ? GUIDELINES + "/" + part(label)
                : GUIDELINES + "/" + part(label.substring(0, family)) + "/" + part(label.substring(family + 1));
    }

    /**
     * Path of the page of a treatment category.
     */
    public static String treatment(String category) {
        return TREATMENTS + "/" + part(category);
    }

    /**
     * Converts a name to a path segment.
     */
    public static String part(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var hyphenated = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        int start = hyphenated.startsWith("-") ? 1 : 0;
        int end = hyphenated.length() - (hyphenated.length() > start && hyphenated.endsWith("-") ? 1 : 0);
        return end <= start ? UNNAMED : hyphenated.substring(start, end);
    }
}
