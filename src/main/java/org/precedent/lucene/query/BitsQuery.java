package org.precedent.lucene.query;

import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.precedent.lucene.snapshot.DocSet;
import org.precedent.lucene.snapshot.IssueSet;

/**
 * Lucene query for a precomputed set of documents of one snapshot. Never cached.
 */
final class BitsQuery extends Query {
    /** Supplies the documents of a segment. */
    interface Source {
        Optional<DocSet> bits(int segment);
    }

    private final Source source;

    BitsQuery(Source source) {
        this.source = source;
    }

    static BitsQuery of(IssueSet hits) {
        return new BitsQuery(segment -> Optional.of(new DocSet.Dense(hits.bits().get(segment))));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                var bits = source.bits(leaf.ord);
                if (bits.isEmpty()) {
                    return null;
                }
                return ConstantScoreScorerSupplier.fromIterator(
                        bits.get().iterator(), score(), mode, leaf.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "bits";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BitsQuery that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
