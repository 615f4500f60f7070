package org.precedent.web.view;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses of the pages of guidelines and treatments: {@code /guidelines/mtus/low-back-complaints/2004/special-studies}. Each part is a
 * name in lower case with hyphens, so that it can be said and typed.
 */
public final class SubjectAddress {
    /** Where the pages of guidelines live. */
    public static final String GUIDELINES = "/guidelines";

    /** Where the pages of treatments live. */
    public static final String TREATMENTS = "/treatments";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final String NAMELESS = "other";

    private SubjectAddress() {}

    /**
     * The page of a guideline.
     *
     * @param label its family, or family and title: {@code MTUS Low Back Complaints}
     */
    public static String guideline(String label) {
        int family = label.indexOf(' ');
        return family < 0
                ? GUIDELINES + "/" + part(label)
                : GUIDELINES + "/" + part(label.substring(0, family)) + "/" + part(label.substring(family + 1));
    }

    /**
     * The page of a category of treatments.
     */
    public static String treatment(String category) {
        return TREATMENTS + "/" + part(category);
    }

    /**
     * A name as part of an address.
     */
    public static String part(String name) {
        var plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        var hyphened = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        int start = hyphened.startsWith("-") ? 1 : 0;
        int end = hyphened.length() - (hyphened.length() > start && hyphened.endsWith("-") ? 1 : 0);
        return end <= start ? NAMELESS : hyphened.substring(start, end);
    }
}
