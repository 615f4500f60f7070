package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.Sort;

/**
 * Orders the matching issues of each determination on a page: by score if issues are ranked, otherwise by number. Issues that score far
 * below the best of their determination are collapsed.
 */
public final class IssueOrder {
    /** Issues with less than this fraction of their determination's best score are collapsed. */
    private static final double MIN_SCORE_FRACTION = 0.75;

    private final IndexSnapshot view;
    private final IssueSet hits;
    private final SearchDeadline deadline;

    public IssueOrder(IndexSnapshot view, IssueSet hits) {
        this.view = view;
        this.hits = hits;
        this.deadline = SearchDeadline.after(SearchDeadline.LIMIT);
    }

    /** The matching issues of a determination, as documents of its segment in issue order. */
    public List<Integer> issueNumbers(RankedLetter letter) {
        var bits = hits.bits().get(letter.segment());
        int first = view.segments().get(letter.segment()).firstOf(letter.doc());
        var issues = new ArrayList<Integer>();
        for (int doc = BlockBits.next(bits, first); doc < letter.doc(); doc = BlockBits.next(bits, doc + 1)) {
            issues.add(doc);
        }
        return issues;
    }

    /** Builds the page entry of each determination. */
    Map<RankedLetter, PageEntries.Entry> order(List<RankedLetter> letters, Sort sort, Optional<Query> ranking) {
        if (sort == Sort.RELEVANCE && ranking.isPresent()) {
            return ranked(letters, ranking.get());
        }
        return letters.stream()
                .collect(Collectors.toMap(Function.identity(), l -> new PageEntries.Entry(l, issueNumbers(l), 0)));
    }

    /** The score of a determination's best issue. */
    double bestScore(RankedLetter letter, Query ranking) {
        var scores = Objects.requireNonNull(scores(List.of(letter), ranking).get(letter));
        return scores.values().stream().mapToDouble(Float::doubleValue).max().orElse(0);
    }

    /** The score of one issue. */
    double score(RankedLetter letter, int doc, Query ranking) {
        var scores = Objects.requireNonNull(scores(List.of(letter), ranking).get(letter));
        return Objects.requireNonNull(scores.get(doc));
    }

    private Map<RankedLetter, PageEntries.Entry> ranked(List<RankedLetter> letters, Query ranking) {
        var entries = new HashMap<RankedLetter, PageEntries.Entry>();
        scores(letters, ranking).forEach((letter, scores) -> {
            var docs = issueNumbers(letter);
            docs.sort(Comparator.comparing(scores::get, Comparator.reverseOrder()));
            double minimum = MIN_SCORE_FRACTION * Objects.requireNonNull(scores.get(docs.getFirst()));
            var shown = docs.stream()
                    .filter(doc -> Objects.requireNonNull(scores.get(doc)) >= minimum)
                    .toList();
            entries.put(letter, new PageEntries.Entry(letter, shown, docs.size() - shown.size()));
        });
        return entries;
    }

    private Map<RankedLetter, Map<Integer, Float>> scores(List<RankedLetter> letters, Query ranking) {
        try {
            var searcher = view.searcher();
            var weight = searcher.createWeight(searcher.rewrite(ranking), ScoreMode.COMPLETE, 1);
            var scores = new HashMap<RankedLetter, Map<Integer, Float>>();
            for (int segment = 0; segment < view.segments().size(); segment++) {
                int at = segment;
                var here = letters.stream()
                        .filter(l -> l.segment() == at)
                        .sorted(Comparator.comparingInt(RankedLetter::doc))
                        .toList();
                if (!here.isEmpty()) {
                    scores.putAll(scores(here, weight, segment));
                }
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A scorer only moves forward, so documents of a segment are visited in ascending order.
    private Map<RankedLetter, Map<Integer, Float>> scores(List<RankedLetter> letters, Weight weight, int segment)
            throws IOException {
        var scorer = weight.scorer(view.leaves().get(segment));
        var all = new HashMap<RankedLetter, Map<Integer, Float>>();
        for (var letter : letters) {
            deadline.check();
            var scores = new HashMap<Integer, Float>();
            for (int doc : issueNumbers(letter)) {
                scores.put(doc, scorer == null ? 0 : score(scorer, doc));
            }
            all.put(letter, scores);
        }
        return all;
    }

    private static float score(Scorer scorer, int doc) throws IOException {
        var documents = scorer.iterator();
        int at = documents.docID() < doc ? documents.advance(doc) : documents.docID();
        return at == doc ? scorer.score() : 0;
    }
}
