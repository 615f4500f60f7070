package org.precedent.lucene.proximity;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.precedent.highlight.PositionMatcher;
import org.precedent.highlight.TermPositions.Term;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.PositionsQuery;

/**
 * Lucene query for a proximity in one field: documents with the words are found by their postings, then the matcher compares
 * positions. Scores nothing.
 */
final class ProximityQuery extends Query implements PositionsQuery {
    /** What comparing the positions of a document costs, in simple operations, to order it among other checks. */
    private static final float MATCH_COST = 500;

    private final IndexField field;
    private final PositionMatcher matcher;
    private final Map<Term, List<BytesRef>> spellings;
    private final Query candidates;

    /**
     * A proximity.
     *
     * @param spellings the terms of the field that stand for each term of the matcher
     * @param candidates finds at least every document that matches
     */
    ProximityQuery(IndexField field, PositionMatcher matcher, Map<Term, List<BytesRef>> spellings, Query candidates) {
        this.field = field;
        this.matcher = matcher;
        this.spellings = spellings;
        this.candidates = candidates;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var approximation = searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                var found = approximation.scorerSupplier(leaf);
                if (found == null) {
                    return null;
                }
                float score = score();
                return new ScorerSupplier() {
                    @Override
                    public Scorer get(long leadCost) throws IOException {
                        var positions = new PostingPositions(leaf.reader().terms(field.key()), spellings);
                        return new ConstantScoreScorer(
                                score, mode, check(found.get(leadCost).iterator(), positions));
                    }

                    @Override
                    public long cost() {
                        return found.cost();
                    }
                };
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private TwoPhaseIterator check(DocIdSetIterator candidates, PostingPositions positions) {
        return new TwoPhaseIterator(candidates) {
            @Override
            public boolean matches() {
                positions.moveTo(approximation().docID());
                return matcher.matches(positions);
            }

            @Override
            public float matchCost() {
                return MATCH_COST;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String ofField) {
        return field.key() + ":" + matcher;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProximityQuery that
                && field == that.field
                && matcher.equals(that.matcher)
                && spellings.equals(that.spellings);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + matcher.hashCode();
    }
}
