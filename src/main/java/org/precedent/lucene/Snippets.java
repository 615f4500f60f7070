package org.precedent.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.precedent.search.Snippet;
import org.precedent.search.Snippet.Piece;
import org.precedent.search.TextField;

/**
 * Cuts passages out of a rationale: whole sentences with the words that satisfied the query, those with most different ones
 * first; without any, the sentence it opens with.
 */
final class Snippets {
    private static final int PASSAGES = 3;
    private static final int LENGTH = 240;

    private final IndexSchema schema;
    private final Marker marker;

    Snippets(IndexSchema schema, Marker marker) {
        this.schema = schema;
        this.marker = marker;
    }

    /** A whole text, its words marked. */
    Snippet whole(TextField field, String text) {
        var tokens = schema.words().of(text);
        return new Snippet(pieces(text, 0, text.length(), tokens, marker.marks(field, tokens)));
    }

    List<Snippet> of(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var tokens = schema.words().of(text);
        var marks = marker.marks(TextField.RATIONALE, tokens);
        var sentences = Passage.sentences(text, tokens);
        if (marks.isEmpty()) {
            return List.of(opening(text, sentences, tokens));
        }
        return best(sentences, marks, PASSAGES).stream()
                .map(s -> snippet(s, text, tokens, marks))
                .toList();
    }

    /** Whether the query asks for words that may stand in a text of this kind. */
    boolean looksAt(TextField field) {
        return marker.looksAt(field);
    }

    /** The passage with most of the words, each marked; empty when the text has none of them. */
    Optional<Snippet> passage(TextField field, String text) {
        var tokens = schema.words().of(text);
        var marks = marker.marks(field, tokens);
        return best(Passage.sentences(text, tokens), marks, 1).stream()
                .map(s -> snippet(s, text, tokens, marks))
                .findFirst();
    }

    private static Snippet snippet(Passage sentence, String text, List<Token> tokens, List<Marker.Mark> marks) {
        var cut = sentence.cut(text, tokens, marks, LENGTH);
        return new Snippet(pieces(text, cut.start(), cut.end(), tokens, marks));
    }

    private static Snippet opening(String text, List<Passage> sentences, List<Token> tokens) {
        if (sentences.isEmpty()) {
            return new Snippet(List.of(new Piece(text.strip(), false)));
        }
        return snippet(sentences.getFirst(), text, tokens, List.of());
    }

    private static List<Passage> best(List<Passage> sentences, List<Marker.Mark> marks, int count) {
        var left = new ArrayList<>(
                sentences.stream().filter(s -> !s.marks(marks).isEmpty()).toList());
        var chosen = new ArrayList<Passage>();
        var seen = new HashSet<Integer>();
        while (chosen.size() < count && !left.isEmpty()) {
            var next = left.stream()
                    .max(Comparator.comparingLong((Passage s) -> s.news(marks, seen))
                            .thenComparingInt(s -> s.marks(marks).size())
                            .thenComparingInt(s -> -s.first()))
                    .orElseThrow();
            left.remove(next);
            chosen.add(next);
            next.marks(marks).forEach(m -> seen.add(m.leaf()));
        }
        chosen.sort(Comparator.comparingInt(Passage::first));
        return chosen;
    }

    private static List<Piece> pieces(String text, int start, int end, List<Token> tokens, List<Marker.Mark> marks) {
        var pieces = new ArrayList<Piece>();
        int at = start;
        for (var mark : marks) {
            int from = Math.max(start, tokens.get(mark.first()).start());
            int to = Math.min(end, tokens.get(mark.last()).end());
            if (from < to) {
                add(pieces, text.substring(at, from), false);
                add(pieces, text.substring(from, to), true);
                at = to;
            }
        }
        add(pieces, text.substring(at, end), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, hit));
        }
    }
}
