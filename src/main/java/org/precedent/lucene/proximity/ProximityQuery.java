package org.precedent.lucene.proximity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConjunctionUtils;
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
import org.precedent.highlight.TermPositions;
import org.precedent.highlight.TermPositions.Term;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.text.IndexTerms;

/**
 * Lucene query for a proximity in one field: candidates are found by their postings, then the matcher compares positions. Does not score.
 */
final class ProximityQuery extends Query {
    /** Estimated cost of comparing the positions of a document, in simple operations; Lucene uses it to order two-phase checks. */
    private static final float MATCH_COST = 500;

    /** Up to this many spellings of a term, its documents are found in the postings that its positions are read from. */
    private static final int FEW_SPELLINGS = 16;

    private final IndexField field;
    private final PositionMatcher matcher;
    private final Map<Term, List<BytesRef>> spellings;
    private final Query candidates;
    private final SearchDeadline deadline;

    /**
     * Creates a query.
     *
     * @param spellings index terms that represent each term of the matcher
     * @param candidates matches a superset of the matching documents
     * @param deadline checked while positions are read, because a text may have any number of them
     */
    ProximityQuery(
            IndexField field,
            PositionMatcher matcher,
            Map<Term, List<BytesRef>> spellings,
            Query candidates,
            SearchDeadline deadline) {
        this.field = field;
        this.matcher = matcher;
        this.spellings = spellings;
        this.candidates = candidates;
        this.deadline = deadline;
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
                        var positions = new PostingPositions(
                                leaf.reader().terms(field.key()), matcher.terms(), spellings, deadline.part());
                        var candidates = isInAllPostings()
                                ? positions.inAllPostings()
                                : found.get(leadCost).iterator();
                        return new ConstantScoreScorer(score, mode, check(candidates, positions));
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

    private boolean isInAllPostings() {
        return matcher.needsEveryTerm()
                && spellings.values().stream().allMatch(spelled -> spelled.size() <= FEW_SPELLINGS);
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

    /**
     * Positions of terms in the documents of one segment, read from its postings document by document. Not thread-safe.
     */
    private static final class PostingPositions implements TermPositions {
        private static final int[] NO_POSITIONS = {};

        private final @Nullable TermsEnum dictionary;
        private final IdentityHashMap<Term, Postings> postings = new IdentityHashMap<>();
        private final SearchDeadline deadline;
        private @Nullable Postings sentences;
        private @Nullable Postings paragraphs;
        private int doc = -1;

        /**
         * Opens the positions of one field in a segment.
         *
         * @param terms terms of the field; null when the segment has none
         * @param spellings index terms that represent each term
         * @param deadline counts the positions read
         */
        PostingPositions(
                @Nullable Terms field, Stream<Term> terms, Map<Term, List<BytesRef>> spellings, SearchDeadline deadline)
                throws IOException {
            this.dictionary = field == null ? null : field.iterator();
            this.deadline = deadline;
            var distinct = new HashMap<Term, Postings>();
            for (var term : (Iterable<Term>) terms::iterator) {
                var spelled = spellings.getOrDefault(term, List.of());
                postings.put(term, distinct.computeIfAbsent(term, t -> new Postings(spelled)));
            }
        }

        /** The documents with every term. They share the postings that positions are read from. */
        DocIdSetIterator inAllPostings() {
            List<DocIdSetIterator> all = postings.values().stream()
                    .distinct()
                    .<DocIdSetIterator>map(p -> p)
                    .toList();
            return all.size() == 1 ? all.getFirst() : ConjunctionUtils.intersectIterators(all);
        }

        /** Advances to a document; documents must be visited in ascending order. */
        void moveTo(int to) {
            doc = to;
        }

        @Override
        public int[] positions(Term term) {
            var found = postings.get(term);
            return found == null ? NO_POSITIONS : found.positions();
        }

        @Override
        public int sentence(int position) {
            if (sentences == null) {
                sentences = new Postings(List.of(new BytesRef(IndexTerms.SENTENCE_START)));
            }
            return section(sentences, position);
        }

        @Override
        public int paragraph(int position) {
            if (paragraphs == null) {
                paragraphs = new Postings(List.of(new BytesRef(IndexTerms.PARAGRAPH_START)));
            }
            return section(paragraphs, position);
        }

        private static int section(Postings starts, int position) {
            return starts.indexBefore(position);
        }

        /** Merged postings of several index terms that count as one term. */
        private final class Postings extends DocIdSetIterator {
            private final List<PostingsEnum> lists = new ArrayList<>();
            private int[] positions = NO_POSITIONS;
            private int read = -1;
            private int last;
            private int at = -1;

            Postings(List<BytesRef> spellings) {
                try {
                    for (var spelling : spellings) {
                        if (dictionary != null && dictionary.seekExact(spelling)) {
                            lists.add(dictionary.postings(null, PostingsEnum.POSITIONS));
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public int docID() {
                return at;
            }

            @Override
            public int nextDoc() throws IOException {
                return advance(at + 1);
            }

            @Override
            public int advance(int target) throws IOException {
                at = NO_MORE_DOCS;
                for (int i = 0; i < lists.size(); i++) {
                    var list = lists.get(i);
                    at = Math.min(at, list.docID() < target ? list.advance(target) : list.docID());
                }
                return at;
            }

            @Override
            public long cost() {
                return lists.stream().mapToLong(DocIdSetIterator::cost).sum();
            }

            int[] positions() {
                if (read != doc) {
                    positions = read();
                    read = doc;
                    last = 0;
                }
                return positions;
            }

            /** The index of the last position at or before another; -1 if there is none. Close to the one asked for before, usually. */
            int indexBefore(int other) {
                var all = positions();
                int at = last;
                if (at < all.length && all[at] > other) {
                    at = Arrays.binarySearch(all, 0, at, other);
                    return at >= 0 ? at : -at - 2;
                }
                while (at + 1 < all.length && all[at + 1] <= other) {
                    at++;
                }
                last = at;
                return at < all.length ? at : -1;
            }

            private int[] read() {
                var found = NO_POSITIONS;
                deadline.step(lists.size());
                try {
                    for (int i = 0; i < lists.size(); i++) {
                        var list = lists.get(i);
                        int at = list.docID() < doc ? list.advance(doc) : list.docID();
                        if (at == doc) {
                            found = append(found, list);
                        }
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return found;
            }

            private int[] append(int[] before, PostingsEnum list) throws IOException {
                int count = list.freq();
                deadline.step(count);
                var all = before.length == 0 ? new int[count] : Arrays.copyOf(before, before.length + count);
                for (int i = before.length; i < all.length; i++) {
                    all[i] = list.nextPosition();
                }
                if (before.length > 0) {
                    Arrays.sort(all);
                }
                return all;
            }
        }
    }
}
