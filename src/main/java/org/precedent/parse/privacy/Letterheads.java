package org.precedent.parse.privacy;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.precedent.determination.Span;
import org.precedent.vocabulary.CountedText;

/**
 * The paragraphs of a text in which an organisation gives its address.
 *
 * @param paragraphs where paragraphs end
 * @param signs where the words of an organisation's address stand
 */
record Letterheads(NavigableSet<Integer> paragraphs, NavigableSet<Integer> signs) {
    private static final Pattern SIGN = Pattern.compile("P\\. ?O\\. ?Box|Federal Services|Department of Industrial");

    static Letterheads in(CountedText text) {
        var signs = new TreeSet<Integer>();
        text.matcher(SIGN).results().forEach(m -> signs.add(m.start()));
        var paragraphs = new TreeSet<Integer>();
        if (!signs.isEmpty()) {
            var plain = text.text();
            for (int at = plain.indexOf("\n\n"); at >= 0; at = plain.indexOf("\n\n", at + 2)) {
                paragraphs.add(at);
            }
        }
        return new Letterheads(paragraphs, signs);
    }

    /**
     * Whether a place is within such a paragraph.
     */
    boolean cover(Span span) {
        var start = paragraphs.lower(span.start());
        var end = paragraphs.ceiling(span.end());
        var sign = signs.ceiling(start == null ? 0 : start);
        return sign != null && (end == null || sign < end);
    }
}
