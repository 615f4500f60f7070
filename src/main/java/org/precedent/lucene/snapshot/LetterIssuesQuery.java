package org.precedent.lucene.snapshot;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Lucene query that matches all issues of the determinations whose own documents match another query. It fills a bit set many at a time,
 * unlike Lucene's <i>ToChildBlockJoinQuery</i>, which steps from issue to issue. Does not score.
 */
public final class LetterIssuesQuery extends Query {
    /** If more than one document in this many may match, issues are found 64 documents at a time. */
    private static final int MANY = 64;

    private final IndexSnapshot view;
    private final Query letters;

    /**
     * Creates a query.
     *
     * @param letters must match documents of determinations only
     */
    public LetterIssuesQuery(IndexSnapshot view, Query letters) {
        this.view = view;
        this.letters = letters;
    }

    /** The query that the documents of the determinations match. */
    Query letters() {
        return letters;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var found = searcher.createWeight(searcher.rewrite(letters), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                var scorer = found.scorer(leaf);
                if (scorer == null) {
                    return null;
                }
                int size = leaf.reader().maxDoc();
                var issues = issues(scorer.iterator(), view.segments().get(leaf.ord), size);
                var each = new BitSetIterator(issues, issues.approximateCardinality());
                return ConstantScoreScorerSupplier.fromIterator(each, score(), mode, size);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private static FixedBitSet issues(DocIdSetIterator letters, SegmentColumns columns, int size) throws IOException {
        return letters.cost() > size / MANY ? ofMany(letters, columns, size) : ofFew(letters, columns, size);
    }

    private static FixedBitSet ofMany(DocIdSetIterator letters, SegmentColumns columns, int size) throws IOException {
        var found = new FixedBitSet(size);
        found.or(letters);
        return BlockBits.issuesOf(found, columns.letters());
    }

    private static FixedBitSet ofFew(DocIdSetIterator letters, SegmentColumns columns, int size) throws IOException {
        var issues = new FixedBitSet(size);
        for (int letter = letters.nextDoc(); letter != DocIdSetIterator.NO_MORE_DOCS; letter = letters.nextDoc()) {
            issues.set(columns.firstOf(letter), letter);
        }
        return issues;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        letters.visit(visitor.getSubVisitor(Occur.MUST, this));
    }

    @Override
    public String toString(String field) {
        return "issues of " + letters.toString(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LetterIssuesQuery that && letters.equals(that.letters);
    }

    @Override
    public int hashCode() {
        return 31 * LetterIssuesQuery.class.hashCode() + letters.hashCode();
    }
}
