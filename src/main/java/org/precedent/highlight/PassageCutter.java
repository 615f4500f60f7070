package org.precedent.highlight;

import java.util.List;
import org.precedent.determination.Span;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;

/**
 * Shortens a sentence to the length of a snippet.
 *
 * @param sentence the sentence
 */
record PassageCutter(SentenceSpan sentence) {
    private List<Highlighter.Mark> marks(List<Highlighter.Mark> all) {
        return all.stream()
                .filter(m -> m.first() >= sentence.first() && m.first() <= sentence.last())
                .toList();
    }

    /** Returns the sentence or, if it is too long, the part with the most marks that fits, cut between words. */
    Span cut(String text, List<Token> tokens, List<Highlighter.Mark> all, int length) {
        int start = sentence.start();
        int end = sentence.end();
        int first = sentence.first();
        int last = sentence.last();
        if (end - start <= length) {
            return new Span(start, end);
        }
        var marks = marks(all);
        int from = first;
        if (!marks.isEmpty()) {
            from = Math.max(first, densest(tokens, marks, length));
            from = lead(tokens, from, marks, length);
        }
        int begin = from == first ? start : tokens.get(from).start();
        int to = from;
        while (to < last && tokens.get(to + 1).end() - begin <= length) {
            to++;
        }
        return new Span(
                begin,
                to == last && end - begin <= length ? end : tokens.get(to).end());
    }

    /** The first token of the range of this length whose marks match the most query parts; marks must be in order and not overlap. */
    private static int densest(List<Token> tokens, List<Highlighter.Mark> marks, int length) {
        int best = marks.getFirst().first();
        long maximum = 0;
        for (int i = 0; i < marks.size(); i++) {
            int begin = tokens.get(marks.get(i).first()).start();
            long within = marks.subList(i, marks.size()).stream()
                    .takeWhile(m -> tokens.get(m.last()).end() - begin <= length)
                    .mapToInt(Highlighter.Mark::leaf)
                    .distinct()
                    .count();
            if (within > maximum) {
                maximum = within;
                best = marks.get(i).first();
            }
        }
        return best;
    }

    /** Adds context before the first mark as long as the marks that fit still do. */
    private int lead(List<Token> tokens, int from, List<Highlighter.Mark> marks, int length) {
        int begin = tokens.get(from).start();
        int end = marks.stream()
                .mapToInt(m -> tokens.get(m.last()).end())
                .filter(e -> e > begin && e - begin <= length)
                .max()
                .orElse(tokens.get(from).end());
        int at = from;
        while (at > sentence.first()
                && end - tokens.get(at - 1).start() <= length
                && begin - tokens.get(at - 1).start() <= length / 2) {
            at--;
        }
        return at;
    }
}
