package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.query.Query;

/**
 * Tests whether parts of a query match an issue: in {@code (fusion AND failed) OR brace} the word "fusion" is highlighted only if "failed"
 * matches too. Not thread-safe.
 */
public final class ConditionMatcher {
    private final IndexSnapshot view;
    private final QueryTranslator translator;
    private final Map<Query, Weight> weights = new HashMap<>();

    /**
     * Creates a matcher for one snapshot.
     *
     * @param summary whether words without a field also match in the clinical summary
     */
    public ConditionMatcher(IndexSchema schema, IndexSnapshot view, boolean summary) {
        this.view = view;
        this.translator = new QueryTranslator(schema, view, summary);
    }

    /**
     * Whether a part of a query matches an issue.
     *
     * @param doc document of the issue within its segment
     */
    public boolean matches(Query part, int segment, int doc) {
        try {
            var scorer = weights.computeIfAbsent(part, this::weight)
                    .scorer(view.leaves().get(segment));
            return scorer != null && scorer.iterator().advance(doc) == doc;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Weight weight(Query part) {
        try {
            var searcher = view.searcher();
            var query = searcher.rewrite(new ConstantScoreQuery(translator.translate(part)));
            return searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
