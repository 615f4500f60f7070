package org.precedent.web.view;

import java.util.ArrayList;
import java.util.List;
import org.precedent.determination.Span;

/**
 * A text in paragraphs, with highlighted words as pieces.
 *
 * @param paragraphs in order
 */
public record MarkedText(List<Paragraph> paragraphs) {
    private static final String BREAK = "\n\n";

    public MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * One paragraph.
     *
     * @param id its anchor
     * @param pieces in order
     */
    public record Paragraph(String id, List<Piece> pieces) {}

    /**
     * A stretch of text.
     *
     * @param text as in the letter
     * @param mark its number among the marked words of the page, one-based; 0 where it is not marked
     */
    public record Piece(String text, int mark) {
        /** Whether it is marked. */
        public boolean hit() {
            return mark > 0;
        }
    }

    /**
     * Cuts a text.
     *
     * @param text paragraphs with an empty line between them
     * @param marks marked stretches of it, in order
     * @param anchor begins the paragraphs' anchors
     * @param before how many words are marked on the page before it
     */
    public static MarkedText of(String text, List<Span> marks, String anchor, int before) {
        var paragraphs = new ArrayList<Paragraph>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(BREAK, start);
            end = end < 0 ? text.length() : end;
            var pieces = pieces(text, start, end, marks, before);
            paragraphs.add(new Paragraph(anchor + "-p" + (paragraphs.size() + 1), pieces));
            start = end + BREAK.length();
        }
        return new MarkedText(paragraphs);
    }

    private static List<Piece> pieces(String text, int start, int end, List<Span> marks, int before) {
        var pieces = new ArrayList<Piece>();
        int at = start;
        for (int i = 0; i < marks.size(); i++) {
            int from = Math.max(at, marks.get(i).start());
            int to = Math.min(end, marks.get(i).end());
            if (from < to) {
                add(pieces, text.substring(at, from), 0);
                add(pieces, text.substring(from, to), before + i + 1);
                at = to;
            }
        }
        add(pieces, text.substring(at, end), 0);
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, int mark) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, mark));
        }
    }
}
