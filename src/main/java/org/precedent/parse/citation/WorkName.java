package org.precedent.parse.citation;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The short name of a cited work that is in no vocabulary.
 */
final class WorkName {
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?)\\s+", Pattern.CASE_INSENSITIVE);
    /** Three words or more before a comma or similar mark; fewer may be an author. */
    private static final Pattern FIRST_PART =
            Pattern.compile("(?:[^\\s,;:]++\\s+){2,20}?[^\\s,;:]*[a-z)]{2}(?=[,;:.]\\s)");

    private static final Pattern EDITION = Pattern.compile(
            "\\s+(?:\\([A-Z]{2,8}\\)|\\(?(?:19|20)\\d{2}\\b.*|\\d{1,2}(?:st|nd|rd|th) ed(?:ition|\\.)?)[\\s.,;:]*$");
    private static final Pattern END = Pattern.compile("[\\s.,;:]++$");
    private static final int WORDS = 8;
    /** Characters searched for the name. */
    private static final int LONGEST = 400;

    private WorkName() {}

    /**
     * The first part of a reference, at most eight words, without an article before it and the edition after it.
     *
     * @param reference the work as cited
     */
    static String of(String reference) {
        var head = reference.substring(0, Math.min(reference.length(), LONGEST));
        var whole = ARTICLE.matcher(head).replaceFirst("");
        var first = FIRST_PART.matcher(whole);
        var kept = (first.lookingAt() ? first.group() : whole).split("\\s+", -1);
        var name = String.join(" ", Arrays.asList(kept).subList(0, Math.min(kept.length, WORDS)));
        var bare = EDITION.matcher(name).replaceFirst("");
        return END.matcher(bare.isBlank() ? name : bare).replaceFirst("");
    }
}
