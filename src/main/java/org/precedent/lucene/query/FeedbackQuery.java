package org.precedent.lucene.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.precedent.engine.RelevanceFeedback;
import org.precedent.engine.RelevanceFeedback.Best;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Has;

/**
 * Scoring query with relevance feedback: the query's words plus facet values that the top issues share ({@link RelevanceFeedback}). The top
 * issues are determined on rewrite, so a search that only counts never computes them.
 */
final class FeedbackQuery extends Query {
    private final IndexSnapshot view;
    private final QueryTranslator translator;
    private final BooleanQuery words;
    private final IssueSet hits;
    private final double sumOfIdf;
    private volatile @Nullable Query rewritten;

    /**
     * Creates a scoring query.
     *
     * @param words scoring clauses for the words and the facet values they name
     * @param hits the issues to rank
     * @param sumOfIdf sum of the words' inverse document frequencies
     */
    FeedbackQuery(IndexSnapshot view, QueryTranslator translator, BooleanQuery words, IssueSet hits, double sumOfIdf) {
        this.view = view;
        this.translator = translator;
        this.words = words;
        this.hits = hits;
        this.sumOfIdf = sumOfIdf;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        var known = rewritten;
        if (known == null) {
            known = withFeedback(searcher);
            rewritten = known;
        }
        return known;
    }

    private Query withFeedback(IndexSearcher searcher) throws IOException {
        var among = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(BitsQuery.of(hits), Occur.FILTER)
                .build();
        var best = Stream.of(searcher.search(among, RelevanceFeedback.DEPTH + 1).scoreDocs)
                .map(this::best)
                .toList();
        var ranking = new BooleanQuery.Builder();
        words.clauses().forEach(ranking::add);
        RelevanceFeedback.weights(RelevanceFeedback.distinct(best), this::shareOfIssues, sumOfIdf)
                .forEach((value, weight) ->
                        ranking.add(new BoostQuery(translator.translate(new Has(value)), weight), Occur.SHOULD));
        return ranking.build();
    }

    private Best best(ScoreDoc hit) {
        int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
        int doc = hit.doc - view.leaves().get(segment).docBase;
        var values = new ArrayList<FacetValue>();
        for (var facet : RelevanceFeedback.FACETS) {
            var column = view.facet(segment, facet);
            for (int value : column.valuesOf(doc)) {
                values.add(new FacetValue(facet, column.values().get(value)));
            }
        }
        return new Best(hit.score, values);
    }

    private double shareOfIssues(FacetValue value) {
        return view.computeOnce(
                "share of issues with " + value,
                () -> (double) view.matching(translator.translate(new Has(value)))
                                .total()
                                .issues()
                        / view.issues().total().issues());
    }

    @Override
    public void visit(QueryVisitor visitor) {
        words.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return "feedback(" + words.toString(field) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FeedbackQuery query
                && view == query.view
                && hits == query.hits
                && words.equals(query.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(view), System.identityHashCode(hits), words);
    }
}
