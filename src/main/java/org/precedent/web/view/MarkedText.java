package org.precedent.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.precedent.determination.Span;

/**
 * A text in paragraphs, with highlighted words as pieces and the sentences that state a reason for the decision as passages.
 *
 * @param paragraphs in order
 */
public record MarkedText(List<Paragraph> paragraphs) {
    private static final String BREAK = "\n\n";

    public MarkedText {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A sentence that gives grounds of the decision.
     *
     * @param id its anchor
     * @param labels the grounds it gives, at least one
     * @param span its position in the text
     */
    public record Ground(String id, List<String> labels, Span span) {
        public Ground {
            labels = List.copyOf(labels);
        }

        /** What follows the sentence: {@code Ground: Findings absent}. */
        public String line() {
            return (labels.size() == 1 ? "Ground: " : "Grounds: ") + String.join("; ", labels);
        }
    }

    /**
     * One paragraph.
     *
     * @param id its anchor
     * @param passages in order
     */
    public record Paragraph(String id, List<Passage> passages) {
        public Paragraph {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A stretch of a paragraph, with or without a ground.
     *
     * @param ground that it gives, at most one
     * @param begins it is the sentence's beginning and has its anchor
     * @param ends it is the sentence's end
     * @param pieces in order
     */
    public record Passage(List<Ground> ground, boolean begins, boolean ends, List<Piece> pieces) {
        public Passage {
            ground = List.copyOf(ground);
            pieces = List.copyOf(pieces);
        }
    }

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
     * Cuts a text in which no ground was recognized.
     *
     * @param text paragraphs with an empty line between them
     * @param marks marked stretches of it, in order
     * @param anchor begins the paragraphs' anchors
     * @param before how many words are marked on the page before it
     */
    public static MarkedText of(String text, List<Span> marks, String anchor, int before) {
        return of(text, marks, List.of(), anchor, before);
    }

    /**
     * Cuts a text.
     *
     * @param text paragraphs with an empty line between them
     * @param marks marked stretches of it, in order
     * @param grounds sentences of it that do not overlap
     * @param anchor begins the paragraphs' anchors
     * @param before how many words are marked on the page before it
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
