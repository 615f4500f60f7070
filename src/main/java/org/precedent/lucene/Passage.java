package org.precedent.lucene;

import java.util.ArrayList;
import java.util.List;
import org.precedent.determination.Span;

/**
 * A sentence of a text.
 *
 * @param start its first character
 * @param end the character after its last
 * @param first its first word
 * @param last its last word
 */
record Passage(int start, int end, int first, int last) {
    private static final String OPENERS = "\"'([{\u201c\u2018";

    static List<Passage> sentences(String text, List<Token> tokens) {
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            if (i == 0 || tokens.get(i).sentence() != tokens.get(i - 1).sentence()) {
                starts.add(i);
            }
        }
        var sentences = new ArrayList<Passage>();
        for (int i = 0; i < starts.size(); i++) {
            int first = starts.get(i);
            int last = (i + 1 < starts.size() ? starts.get(i + 1) : tokens.size()) - 1;
            int start = i == 0
                    ? 0
                    : opening(
                            text,
                            tokens.get(first).start(),
                            tokens.get(first - 1).end());
            int end = last + 1 < tokens.size()
                    ? opening(
                            text, tokens.get(last + 1).start(), tokens.get(last).end())
                    : text.length();
            sentences.add(stripped(text, start, end, first, last));
        }
        return sentences;
    }

    /** Takes brackets and quotes that open right before the sentence into it. */
    private static int opening(String text, int start, int notBefore) {
        int at = start;
        while (at > notBefore && OPENERS.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static Passage stripped(String text, int start, int end, int first, int last) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Passage(from, to, first, last);
    }

    List<Marker.Mark> marks(List<Marker.Mark> all) {
        return all.stream().filter(m -> m.first() >= first && m.first() <= last).toList();
    }

    /** The sentence, or where it is too long, as much of it around the most marks as fits, cut between words. */
    Span cut(String text, List<Token> tokens, List<Marker.Mark> all, int length) {
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

    private static int densest(List<Token> tokens, List<Marker.Mark> marks, int length) {
        int best = marks.getFirst().first();
        long most = 0;
        for (var mark : marks) {
            int begin = tokens.get(mark.first()).start();
            long within = marks.stream()
                    .filter(m ->
                            m.first() >= mark.first() && tokens.get(m.last()).end() - begin <= length)
                    .mapToInt(Marker.Mark::leaf)
                    .distinct()
                    .count();
            if (within > most) {
                most = within;
                best = mark.first();
            }
        }
        return best;
    }

    /** Goes back some words before the first mark, as far as the marks that fitted still fit. */
    private int lead(List<Token> tokens, int from, List<Marker.Mark> marks, int length) {
        int begin = tokens.get(from).start();
        int end = marks.stream()
                .mapToInt(m -> tokens.get(m.last()).end())
                .filter(e -> e > begin && e - begin <= length)
                .max()
                .orElse(tokens.get(from).end());
        int at = from;
        while (at > first
                && end - tokens.get(at - 1).start() <= length
                && begin - tokens.get(at - 1).start() <= length / 2) {
            at--;
        }
        return at;
    }
}
