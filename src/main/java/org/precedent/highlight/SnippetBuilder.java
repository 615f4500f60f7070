package org.precedent.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.search.Snippet;
import org.precedent.search.Snippet.Piece;
import org.precedent.search.query.Query;
import org.precedent.search.query.TextField;
import org.precedent.text.DecidingSentences;
import org.precedent.text.SentenceSpan;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;

/**
 * Builds snippets of a rationale: whole sentences, those with the most distinct matches first and boilerplate last; without a match, the
 * sentence where the reviewer turns to the specific case.
 */
public final class SnippetBuilder {
    private static final int PASSAGES = 3;
    private static final int LENGTH = 240;

    /** Limit on sentences of a text checked for boilerplate. */
    private static final int MAX_CHECKED = 4;

    private final TextAnalysis analysis;
    private final Highlighter marker;
    private final BoilerplateSentences boilerplate;

    public SnippetBuilder(TextAnalysis analysis, Highlighter marker, BoilerplateSentences stock) {
        this.analysis = analysis;
        this.marker = marker;
        this.boilerplate = stock;
    }

    /** Returns a snippet builder for one issue. */
    public SnippetBuilder forIssue(Predicate<Query> holds) {
        return new SnippetBuilder(analysis, marker.forIssue(holds), boilerplate);
    }

    /**
     * A text or passages with highlighting.
     *
     * @param snippets passages in order
     * @param matchedQueryWords whether query words matched, not only names of facet values
     */
    public record Highlighted(List<Snippet> snippets, boolean matchedQueryWords) {}

    /** Returns a whole text with highlighting. */
    public Highlighted markWhole(TextField field, String text) {
        var tokens = analysis.tokenizer().tokenizeLazily(text);
        var marks = marker.marks(field, text, tokens);
        return shown(List.of(new Snippet(pieces(text, 0, text.length(), tokens, marks))), marks);
    }

    /**
     * Returns passages of a rationale: those with query words; if there are none, the deciding passage.
     */
    public Highlighted snippets(String text) {
        if (text.isBlank()) {
            return new Highlighted(List.of(), false);
        }
        var tokens = analysis.tokenizer().tokenizeLazily(text);
        var sentences = SentenceSpan.sentences(text, tokens);
        if (sentences.isEmpty()) {
            return new Highlighted(List.of(new Snippet(List.of(new Piece(text.strip(), false)))), false);
        }
        var marks = marker.appliesTo(TextField.RATIONALE)
                ? marker.marks(TextField.RATIONALE, text, tokens)
                : List.<Highlighter.Mark>of();
        boolean asked = marks.stream().anyMatch(marker::isOfQueryWord);
        var passages = asked ? best(sentences, tokens, marks, PASSAGES) : deciding(sentences, tokens);
        return new Highlighted(
                passages.stream().map(s -> snippet(s, text, tokens, marks)).toList(), asked);
    }

    private Highlighted shown(List<Snippet> snippets, List<Highlighter.Mark> marks) {
        return new Highlighted(snippets, marks.stream().anyMatch(marker::isOfQueryWord));
    }

    /** Whether the query has words that may match in this field. */
    public boolean searchesIn(TextField field) {
        return marker.searchesIn(field);
    }

    /** Returns the passage with the most query words; empty when the text has none. */
    public Optional<Snippet> passage(TextField field, String text) {
        var tokens = analysis.tokenizer().tokenizeLazily(text);
        var marks = marker.marks(field, text, tokens);
        var asked = marks.stream().filter(marker::isOfQueryWord).toList();
        return best(SentenceSpan.sentences(text, tokens), tokens, asked, 1).stream()
                .map(s -> snippet(s, text, tokens, marks))
                .findFirst();
    }

    private Snippet snippet(SentenceSpan sentence, String text, List<Token> tokens, List<Highlighter.Mark> marks) {
        var cut = new PassageCutter(sentence).cut(text, tokens, marks, LENGTH);
        return new Snippet(pieces(text, cut.start(), cut.end(), tokens, marks));
    }

    // Where the rationale turns to the specific case; a bare conclusion is shown with the sentence before it.
    private List<SentenceSpan> deciding(List<SentenceSpan> sentences, List<Token> tokens) {
        int word = DecidingSentences.findFirst(tokens);
        int at = 0;
        while (at + 1 < sentences.size() && sentences.get(at + 1).first() <= word) {
            at++;
        }
        for (int i = at; i < Math.min(at + MAX_CHECKED, sentences.size()); i++) {
            if (!boilerplate.contains(sentences.get(i), tokens)) {
                at = i;
                break;
            }
        }
        return at > 0 && at == sentences.size() - 1 ? concluding(sentences, tokens) : List.of(sentences.get(at));
    }

    private List<SentenceSpan> concluding(List<SentenceSpan> sentences, List<Token> tokens) {
        int last = sentences.size() - 1;
        for (int i = last - 1; i >= Math.max(0, last - MAX_CHECKED); i--) {
            if (!boilerplate.contains(sentences.get(i), tokens)) {
                return List.of(sentences.get(i), sentences.get(last));
            }
        }
        return List.of(sentences.get(last));
    }

    private List<SentenceSpan> best(
            List<SentenceSpan> sentences, List<Token> tokens, List<Highlighter.Mark> marks, int count) {
        var left = candidates(sentences, tokens, marks, count);
        var chosen = new ArrayList<SentenceSpan>();
        long seen = 0;
        while (chosen.size() < count && !left.isEmpty()) {
            var next = left.getFirst();
            for (var candidate : left) {
                if (candidate.isBetterThan(next, seen)) {
                    next = candidate;
                }
            }
            left.remove(next);
            chosen.add(next.sentence);
            seen |= next.leaves;
        }
        chosen.sort(Comparator.comparingInt(SentenceSpan::first));
        return chosen;
    }

    /**
     * A sentence with its matches.
     *
     * @param marks number of matches
     * @param leaves bit set of the query parts matched; parts from the 64th on share a bit
     * @param stock whether it is boilerplate; checked only for a few sentences and only if there is a choice, since each check is expensive
     */
    private record Candidate(SentenceSpan sentence, int marks, long leaves, boolean stock) {
        private static final Comparator<Candidate> RICHEST_FIRST =
                Comparator.comparingInt((Candidate c) -> -c.newLeaves(0)).thenComparingInt(c -> -c.marks);

        /** The bit shared by all query parts from this index on. */
        private static final int LAST_BIT = Long.SIZE - 1;

        static Candidate of(SentenceSpan sentence, List<Highlighter.Mark> marks) {
            long leaves = 0;
            for (var mark : marks) {
                leaves |= 1L << Math.min(LAST_BIT, mark.leaf());
            }
            return new Candidate(sentence, marks.size(), leaves, false);
        }

        Candidate asBoilerplate() {
            return new Candidate(sentence, marks, leaves, true);
        }

        int newLeaves(long seen) {
            return Long.bitCount(leaves & ~seen);
        }

        boolean isBetterThan(Candidate other, long seen) {
            int news = newLeaves(seen);
            int others = other.newLeaves(seen);
            if (news > 0 != others > 0) {
                return news > 0;
            }
            if (stock != other.stock) {
                return other.stock;
            }
            if (news != others) {
                return news > others;
            }
            return marks == other.marks ? sentence.first() < other.sentence.first() : marks > other.marks;
        }
    }

    private List<Candidate> candidates(
            List<SentenceSpan> sentences, List<Token> tokens, List<Highlighter.Mark> marks, int count) {
        var candidates = new ArrayList<Candidate>();
        int from = 0;
        for (var sentence : sentences) {
            int to = from;
            while (to < marks.size() && marks.get(to).first() <= sentence.last()) {
                to++;
            }
            if (to > from) {
                candidates.add(Candidate.of(sentence, marks.subList(from, to)));
            }
            from = to;
        }
        if (candidates.size() > count) {
            candidates.sort(Candidate.RICHEST_FIRST);
            for (int i = 0; i < Math.min(MAX_CHECKED, candidates.size()); i++) {
                if (boilerplate.contains(candidates.get(i).sentence, tokens)) {
                    candidates.set(i, candidates.get(i).asBoilerplate());
                }
            }
        }
        return candidates;
    }

    private List<Piece> pieces(String text, int start, int end, List<Token> tokens, List<Highlighter.Mark> marks) {
        var marked = Stream.concat(
                        marks.stream().map(m -> new Marked(m.first(), m.last(), Optional.empty())),
                        marker.nearMarks(tokens, marks).stream()
                                .map(m -> new Marked(m.first(), m.last(), Optional.of(m.typed()))))
                .sorted(Comparator.comparingInt(Marked::first))
                .toList();
        var pieces = new ArrayList<Piece>();
        int at = start;
        for (var mark : marked) {
            int from = Math.max(start, tokens.get(mark.first).start());
            int to = Math.min(end, tokens.get(mark.last).end());
            if (from < to) {
                add(pieces, text.substring(at, from));
                pieces.add(new Piece(text.substring(from, to), mark.near.isEmpty(), mark.near));
                at = to;
            }
        }
        add(pieces, text.substring(at, end));
        return pieces;
    }

    /** A highlighted range of tokens: a match of the query, or neighbors of the typed words in {@code near}. */
    private record Marked(int first, int last, Optional<String> near) {}

    private static void add(List<Piece> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, false));
        }
    }

    /**
     * Recognizes boilerplate: sentences that many determinations share word for word, such as quoted guidelines.
     */
    @FunctionalInterface
    public interface BoilerplateSentences {
        /**
         * Whether many determinations share a sentence.
         *
         * @param sentence a sentence of a text
         * @param tokens all tokens of that text
         */
        boolean contains(SentenceSpan sentence, List<Token> tokens);
    }
}
