package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.precedent.highlight.PlainWords;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.search.Match;
import org.precedent.search.SearchPage;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.Total;

/**
 * The words of a plain search with the issues that contain each. Immutable.
 *
 * @param snapshot the index snapshot
 * @param words in the order typed
 */
record WordSets(IndexSnapshot snapshot, List<Entry> words) {
    /**
     * A word with its matches.
     *
     * @param word the word with its expansions
     * @param issues the issues that match it
     */
    record Entry(PlainWords.ExpandedWord word, IssueSet issues) {
        long count() {
            return issues.total().issues();
        }

        String text() {
            return word.word().text();
        }
    }

    WordSets {
        words = List.copyOf(words);
    }

    /** The words rare enough to distinguish issues; if there are none, every word with a match. */
    List<Entry> distinctive() {
        var distinctive = select(w -> WideningRule.isDistinctive(w.count(), allIssues()));
        return distinctive.isEmpty() ? select(w -> w.count() > 0) : distinctive;
    }

    private List<Entry> select(Predicate<Entry> filter) {
        return words.stream().filter(filter).toList();
    }

    private long allIssues() {
        return snapshot.issues().total().issues();
    }

    /**
     * Returns the words as they count in a widened search, where a word's neighbors match too.
     *
     * @param issues finds the issues that match a word
     */
    WordSets withNeighbors(Function<PlainWords.ExpandedWord, IssueSet> issues) {
        return new WordSets(
                snapshot,
                words.stream()
                        .map(w -> w.word().near().isEmpty()
                                ? w
                                : new Entry(w.word(), issues.apply(w.word().withNeighbors())))
                        .toList());
    }

    /** Describes a result that requires all the words. */
    SearchPage.Words describeAll(Total withAll) {
        return described(Match.ALL, withAll, words.size(), List.of());
    }

    /** Describes a result that requires some of the distinctive words. */
    SearchPage.Words describeSome(Total withAll, int required) {
        return described(
                Match.MOST,
                withAll,
                required,
                distinctive().stream().filter(w -> !w.word().near().isEmpty()).toList());
    }

    private SearchPage.Words described(Match shown, Total withAll, int required, List<Entry> near) {
        var distinctive = distinctive();
        return new SearchPage.Words(
                shown,
                withAll,
                required,
                texts(distinctive),
                texts(select(w -> w.count() > 0 && !distinctive.contains(w))),
                texts(select(w -> w.count() == 0)),
                texts(near));
    }

    private static List<String> texts(List<Entry> words) {
        return words.stream().map(Entry::text).toList();
    }

    /** The sum of the words' inverse document frequencies, as BM25 computes them. */
    double sumOfIdf() {
        double all = allIssues();
        return words.stream()
                .mapToDouble(w -> Math.log(1 + (all - w.count() + 0.5) / (w.count() + 0.5)))
                .sum();
    }

    /**
     * Returns the issues that are in at least this many of the sets.
     *
     * @param required at least 1
     */
    IssueSet issuesInAtLeast(int required, List<IssueSet> sets) {
        var reached = new ArrayList<IssueSet>();
        reached.add(snapshot.issues());
        for (var set : sets) {
            for (int k = Math.min(required, reached.size()); k >= 1; k--) {
                var more = reached.get(k - 1).and(set);
                if (k == reached.size()) {
                    reached.add(more);
                } else {
                    reached.set(k, reached.get(k).or(more));
                }
            }
        }
        return reached.get(required);
    }
}
