package org.precedent.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.precedent.highlight.Highlighter.Mark;
import org.precedent.search.query.Query.Word;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;

/**
 * Finds neighbors of typed words in a text ({@code opioid} for {@code painkiller}). They do not count as exact matches but raised the rank
 * of the issue, so a page can highlight them more faintly than the query words.
 */
final class NeighborMarks {
    private final List<Neighbor> neighbors;

    private NeighborMarks(List<Neighbor> neighbors) {
        this.neighbors = neighbors;
    }

    /** Typed words and a matcher of their neighbors. */
    private record Neighbor(String typed, PositionMatcher matcher) {}

    /**
     * A range of tokens related in meaning to typed words.
     *
     * @param first index of its first token
     * @param last index of its last token
     * @param typed the related query words
     */
    record NearMark(int first, int last, String typed) {}

    /** Creates a finder for the neighbors of the typed words, in the order typed. */
    static NeighborMarks of(TextAnalysis analysis, List<Word> typed) {
        var stems =
                typed.stream().map(w -> analysis.tokenizer().stems(w.text())).toList();
        return new NeighborMarks(analysis.neighbors().find(stems).stream()
                .map(found -> new Neighbor(
                        typed.subList(found.first(), found.first() + found.length()).stream()
                                .map(Word::text)
                                .collect(Collectors.joining(" ")),
                        PositionMatcher.ofStems(found.sequences())))
                .toList());
    }

    /**
     * Finds neighbors in a text, in order, without overlaps with each other or with marks.
     *
     * @param marks matches of the query, in order
     */
    List<NearMark> find(List<Token> tokens, List<Mark> marks) {
        var near = new ArrayList<NearMark>();
        for (var neighbor : neighbors) {
            neighbor.matcher
                    .match(new TokenPositions(tokens))
                    .hits(hit -> true)
                    .forEach(hit -> near.add(new NearMark(hit.first(), hit.last(), neighbor.typed)));
        }
        near.sort(Comparator.comparingInt(NearMark::first).thenComparingInt(m -> -m.last()));
        return withoutOverlaps(near, marks);
    }

    private static List<NearMark> withoutOverlaps(List<NearMark> near, List<Mark> marks) {
        var kept = new ArrayList<NearMark>();
        int end = -1;
        int next = 0;
        for (var one : near) {
            while (next < marks.size() && marks.get(next).last() < one.first) {
                next++;
            }
            boolean free = next == marks.size() || marks.get(next).first() > one.last;
            if (free && one.first > end) {
                kept.add(one);
                end = one.last;
            }
        }
        return kept;
    }
}
