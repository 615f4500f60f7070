package org.precedent.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.precedent.determination.Span;

/**
 * A text split into paragraphs and, within them, into passages (with or without a ground of the decision) and pieces (highlighted or not).
 *
 * @param paragraphs in order
 */
public record MarkedText(List<Paragraph> paragraphs) {
    private static final String BREAK = "\n\n";

    public MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A sentence that states a ground of the decision.
     *
     * @param id HTML anchor
     * @param labels the grounds it states, at least one
     * @param span its position in the text
     */
    public record Ground(String id, List<String> labels, Span span) {
        public Ground {
            labels = List.copyOf(labels);
        }

        /** Label shown after the sentence: {@code Ground: Findings absent}. */
        public String line() {
            return (labels.size() == 1 ? "Ground: " : "Grounds: ") + String.join("; ", labels);
        }
    }

    /**
     * One paragraph.
     *
     * @param id HTML anchor
     * @param passages in order
     */
    public record Paragraph(String id, List<Passage> passages) {
        public Paragraph {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A section of a paragraph, which either belongs to a sentence that states a ground or does not.
     *
     * @param ground the ground; at most one element
     * @param begins whether the sentence begins here, so that its anchor is placed here
     * @param ends whether the sentence ends here
     * @param pieces in order
     */
    public record Passage(List<Ground> ground, boolean begins, boolean ends, List<Piece> pieces) {
        public Passage {
            ground = List.copyOf(ground);
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * A section of text that is either highlighted or not.
     *
     * @param text text of the determination
     * @param mark one-based number of the highlight on the page; 0 if not highlighted
     */
    public record Piece(String text, int mark) {
        /** Whether the piece is highlighted. */
        public boolean hit() {
            return mark > 0;
        }
    }

    /**
     * Splits a text that has no recognized grounds.
     *
     * @param text paragraphs separated by an empty line
     * @param marks spans to highlight, in order
     * @param anchor prefix of the paragraphs' anchors
     * @param before number of highlights earlier on the page
     */
    public static MarkedText of(String text, List<Span> marks, String anchor, int before) {
        return of(text, marks, List.of(), anchor, before);
    }

    /**
     * Splits a text.
     *
     * @param text paragraphs separated by an empty line
     * @param marks spans to highlight, in order
     * @param grounds non-overlapping sentences that state grounds
     * @param anchor prefix of the paragraphs' anchors
     * @param before number of highlights earlier on the page
     */
    static MarkedText of(String text, List<Span> marks, List<Ground> grounds, String anchor, int before) {
        var paragraphs = new ArrayList<Paragraph>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf(BREAK, start);
            end = end < 0 ? text.length() : end;
            var passages = passages(text, new Span(start, end), marks, grounds, before);
            paragraphs.add(new Paragraph(anchor + "-p" + (paragraphs.size() + 1), passages));
            start = end + BREAK.length();
        }
        return new MarkedText(paragraphs);
    }

    private static List<Passage> passages(
            String text, Span paragraph, List<Span> marks, List<Ground> grounds, int before) {
        var cuts = new TreeSet<Integer>();
        cuts.add(paragraph.start());
        cuts.add(paragraph.end());
        grounds.stream()
                .flatMap(g -> List.of(g.span().start(), g.span().end()).stream())
                .filter(at -> at > paragraph.start() && at < paragraph.end())
                .forEach(cuts::add);
        var passages = new ArrayList<Passage>();
        int from = paragraph.start();
        for (int to : cuts.tailSet(from, false)) {
            int start = from;
            var ground = grounds.stream()
                    .filter(g -> g.span().start() <= start && g.span().end() >= to)
                    .limit(1)
                    .toList();
            boolean begins = ground.stream().anyMatch(g -> g.span().start() == start);
            boolean ends = ground.stream().anyMatch(g -> g.span().end() == to);
            passages.add(new Passage(ground, begins, ends, pieces(text, start, to, marks, before)));
            from = to;
        }
        return passages;
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
