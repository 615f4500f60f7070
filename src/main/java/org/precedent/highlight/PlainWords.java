package org.precedent.highlight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.precedent.search.query.Query.Word;
import org.precedent.text.TextAnalysis;

/**
 * Expands the words of a plain search with synonyms, including those of expressions they are part of: a class such as
 * {@code muscle relaxant} is matched by the name of a member.
 */
public final class PlainWords {
    private static final int MAX_WORDS = 4;

    private PlainWords() {}

    /**
     * A word and the stem sequences that match it.
     *
     * @param word as typed
     * @param sequences its own first; empty if it has no letters or digits
     * @param near sequences of its neighbors, and of those of an expression it is part of; they match only in a widened search
     */
    public record ExpandedWord(Word word, List<List<String>> sequences, List<List<String>> near) {
        public ExpandedWord {
            sequences = List.copyOf(sequences);
            near = List.copyOf(near);
        }

        /** Returns the word as it counts in a widened search, where its neighbors match too. */
        public ExpandedWord withNeighbors() {
            var all = new LinkedHashSet<>(sequences);
            all.addAll(near);
            return new ExpandedWord(word, List.copyOf(all), near);
        }
    }

    public static List<ExpandedWord> expand(TextAnalysis analysis, List<Word> words) {
        var own = words.stream().map(w -> analysis.tokenizer().stems(w.text())).toList();
        var wide = new ArrayList<Set<List<String>>>();
        for (var stems : own) {
            var all = new LinkedHashSet<List<String>>();
            if (!stems.isEmpty()) {
                all.add(stems);
                all.addAll(analysis.synonyms().expand(stems));
            }
            wide.add(all);
        }
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 2; to <= Math.min(words.size(), from + MAX_WORDS); to++) {
                var expression =
                        own.subList(from, to).stream().flatMap(List::stream).toList();
                var same = analysis.synonyms().expand(expression);
                wide.subList(from, to).stream().filter(s -> !s.isEmpty()).forEach(s -> s.addAll(same));
            }
        }
        var near = near(analysis, own);
        var result = new ArrayList<ExpandedWord>();
        for (int i = 0; i < words.size(); i++) {
            result.add(new ExpandedWord(words.get(i), List.copyOf(wide.get(i)), near.get(i)));
        }
        return result;
    }

    /** The stem sequences of the neighbors of each word. */
    private static List<List<List<String>>> near(TextAnalysis analysis, List<List<String>> stems) {
        var near = new ArrayList<List<List<String>>>(Collections.nCopies(stems.size(), List.of()));
        for (var found : analysis.neighbors().find(stems)) {
            Collections.fill(near.subList(found.first(), found.first() + found.length()), found.sequences());
        }
        return near;
    }
}
