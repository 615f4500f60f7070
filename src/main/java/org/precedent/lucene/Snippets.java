package org.precedent.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.precedent.search.Query;
import org.precedent.search.Snippet;
import org.precedent.search.Snippet.Piece;
import org.precedent.search.TextField;

/**
 * Cuts passages out of a rationale: whole sentences with the words that satisfied the query, those with most different ones
 * first and those that many letters share last; without any, the first sentence that is not shared, or else the opening one.
 */
final class Snippets {
    private static final int PASSAGES = 3;
    private static final int LENGTH = 240;

    /** So many sentences of a text are looked up among the stock ones. */
    private static final int LOOKED_AT = 4;

    private final IndexSchema schema;
    private final Marker marker;
    private final StockSentences stock;

    Snippets(IndexSchema schema, Marker marker, StockSentences stock) {
        this.schema = schema;
        this.marker = marker;
        this.stock = stock;
    }

    /** Snippets of one issue. */
    Snippets where(Predicate<Query> holds) {
        return new Snippets(schema, marker.where(holds), stock);
    }

    /**
     * What is shown of a text.
     *
     * @param snippets the passages in order
     * @param asked whether the text has words asked for, not the names of facet values alone
     */
    record Shown(List<Snippet> snippets, boolean asked) {}

    /** A whole text, its words marked. */
    Shown whole(TextField field, String text) {
        var tokens = schema.words().of(text);
        var marks = marker.marks(field, text, tokens);
        return shown(List.of(new Snippet(pieces(text, 0, text.length(), tokens, marks))), marks);
    }

    Shown of(String text) {
        if (text.isBlank()) {
            return new Shown(List.of(), false);
        }
        var tokens = schema.words().of(text);
        var marks = marker.marks(TextField.RATIONALE, text, tokens);
        var sentences = Passage.sentences(text, tokens);
        if (marks.isEmpty()) {
            return shown(List.of(opening(text, sentences, tokens)), marks);
        }
        var best = best(sentences, tokens, marks, PASSAGES);
        return shown(best.stream().map(s -> snippet(s, text, tokens, marks)).toList(), marks);
    }

    private Shown shown(List<Snippet> snippets, List<Marker.Mark> marks) {
        return new Shown(snippets, marks.stream().anyMatch(marker::isAsked));
    }

    /** Whether the query asks for words that may stand in a text of this kind. */
    boolean askFor(TextField field) {
        return marker.asksFor(field);
    }

    /** The passage with most of the words asked for; empty when the text has none of them. */
    Optional<Snippet> passage(TextField field, String text) {
        var tokens = schema.words().of(text);
        var marks = marker.marks(field, text, tokens);
        var asked = marks.stream().filter(marker::isAsked).toList();
        return best(Passage.sentences(text, tokens), tokens, asked, 1).stream()
                .map(s -> snippet(s, text, tokens, marks))
                .findFirst();
    }

    private static Snippet snippet(Passage sentence, String text, List<Token> tokens, List<Marker.Mark> marks) {
        var cut = sentence.cut(text, tokens, marks, LENGTH);
        return new Snippet(pieces(text, cut.start(), cut.end(), tokens, marks));
    }

    private Snippet opening(String text, List<Passage> sentences, List<Token> tokens) {
        if (sentences.isEmpty()) {
            return new Snippet(List.of(new Piece(text.strip(), false)));
        }
        var telling = sentences.stream()
                .limit(LOOKED_AT)
                .filter(s -> !stock.isStock(s, tokens))
                .findFirst()
                .orElse(sentences.getFirst());
        return snippet(telling, text, tokens, List.of());
    }

    private List<Passage> best(List<Passage> sentences, List<Token> tokens, List<Marker.Mark> marks, int count) {
        var left = candidates(sentences, tokens, marks, count);
        var chosen = new ArrayList<Candidate>();
        var seen = new HashSet<Integer>();
        while (chosen.size() < count && !left.isEmpty()) {
            var next = left.stream()
                    .max(Comparator.comparing((Candidate c) -> c.news(seen) > 0)
                            .thenComparing(c -> !c.stock)
                            .thenComparingLong(c -> c.news(seen))
                            .thenComparingInt(c -> c.marks.size())
                            .thenComparingInt(c -> -c.sentence.first()))
                    .orElseThrow();
            left.remove(next);
            chosen.add(next);
            next.marks.forEach(m -> seen.add(m.leaf()));
        }
        return chosen.stream()
                .map(Candidate::sentence)
                .sorted(Comparator.comparingInt(Passage::first))
                .toList();
    }

    /** A sentence with marks; stock is asked for only where there is a choice, and of few, for each look costs. */
    private record Candidate(Passage sentence, List<Marker.Mark> marks, boolean stock) {
        long news(Set<Integer> seen) {
            return marks.stream()
                    .mapToInt(Marker.Mark::leaf)
                    .filter(l -> !seen.contains(l))
                    .distinct()
                    .count();
        }
    }

    private List<Candidate> candidates(
            List<Passage> sentences, List<Token> tokens, List<Marker.Mark> marks, int count) {
        var marked = sentences.stream()
                .map(s -> new Candidate(s, s.marks(marks), false))
                .filter(c -> !c.marks.isEmpty())
                .sorted(Comparator.comparingLong((Candidate c) -> -c.news(Set.of()))
                        .thenComparingInt(c -> -c.marks.size()))
                .toList();
        var candidates = new ArrayList<Candidate>();
        for (var one : marked) {
            boolean asked = marked.size() > count && candidates.size() < LOOKED_AT;
            candidates.add(asked ? new Candidate(one.sentence, one.marks, stock.isStock(one.sentence, tokens)) : one);
        }
        return candidates;
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
