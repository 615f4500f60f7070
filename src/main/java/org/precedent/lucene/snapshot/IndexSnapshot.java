package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.engine.TermWeights;
import org.precedent.lucene.schema.CommitData;
import org.precedent.search.facet.Dimension;

/**
 * An immutable snapshot of the index with the in-memory columns of its segments. A search runs on one snapshot from start to
 * end.
 */
public final class IndexSnapshot implements AutoCloseable {
    /** Documents whose positions are compared between two looks at the clock. */
    private static final int CANDIDATES_PER_CHECK = 64;

    /** Documents that are ranked between two looks at the clock. */
    private static final int DOCUMENTS_PER_CHECK = 1 << 16;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<SegmentColumns> segments;
    private final String state;
    private final Map<String, Object> remembered = new ConcurrentHashMap<>();
    private final QueryCache known = new QueryCache();
    private final IssueSet issues;

    IndexSnapshot(DirectoryReader reader, ColumnCache columns) throws IOException {
        this.reader = reader;
        this.searcher = ranking(new IndexSearcher(reader));
        this.state = reader.getIndexCommit().getUserData().getOrDefault(CommitData.STATE, "empty");
        this.segments = columns.get(reader.leaves());
        this.issues = allIssues();
    }

    public DirectoryReader reader() {
        return reader;
    }

    public IndexSearcher searcher() {
        return searcher;
    }

    /** A query with the statistics of its terms looked up. */
    public Query rewrite(Query query) {
        try {
            return searcher.rewrite(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<LeafReaderContext> leaves() {
        return reader.leaves();
    }

    public List<SegmentColumns> segments() {
        return segments;
    }

    /** The values of a dimension of the issues of one segment. */
    public CodedColumn column(int segment, Dimension dimension) {
        var columns = segments.get(segment);
        return dimension.facet().isPresent()
                ? columns.facet(dimension.facet().get())
                : computeOnce("months of segment " + segment, () -> months(segment));
    }

    private MonthColumn months(int segment) {
        try {
            return MonthColumn.read(reader.leaves().get(segment).reader(), segments.get(segment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many values are kept for further questions to this view. */
    long cachedValues() {
        return remembered.size() + known.size();
    }

    /** What is kept in memory for searching, in bytes. */
    public Map<String, Long> memory() {
        long facets = segments.stream().mapToLong(SegmentColumns::bytes).sum();
        return Map.of("facets", facets, "queries", known.bytes());
    }

    /** Names this state; the same after a restart. */
    public String name() {
        return state;
    }

    /** Every issue that is not deleted. */
    public IssueSet issues() {
        return issues;
    }

    /**
     * A value computed for this snapshot on first use; several threads may compute it at once.
     *
     * @param name names the value, which determines its type
     */
    @SuppressWarnings("unchecked")
    public <T> T computeOnce(String name, Supplier<T> work) {
        var known = remembered.get(name);
        if (known != null) {
            return (T) known;
        }
        T made = work.get();
        remembered.putIfAbsent(name, made);
        return made;
    }

    /** Answers of this view kept while there is room. */
    public QueryCache queryCache() {
        return known;
    }

    private static IndexSearcher ranking(IndexSearcher ranking) {
        ranking.setSimilarity(new BM25Similarity(TermWeights.K1, TermWeights.B));
        ranking.setQueryCache(null);
        return ranking;
    }

    /**
     * A searcher that checks a deadline between windows of many documents. Lucene's own time limit starts with windows of a hundred, and
     * what stops early starts again in each.
     */
    private static final class TimedSearcher extends IndexSearcher {
        private final SearchDeadline deadline;

        TimedSearcher(IndexReader reader, SearchDeadline deadline) {
            super(reader);
            this.deadline = deadline;
        }

        @Override
        protected void searchLeaf(LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
                throws IOException {
            int end = Math.min(to, leaf.reader().maxDoc());
            for (int at = from; at < end; at += DOCUMENTS_PER_CHECK) {
                deadline.check();
                super.searchLeaf(leaf, at, Math.min(end, at + DOCUMENTS_PER_CHECK), weight, collector);
            }
        }
    }

    /**
     * The issues a query scores highest, best first.
     *
     * @param size at most this many
     * @throws org.precedent.search.SearchEngine.TimedOut when that takes too long
     */
    public ScoreDoc[] search(Query query, int size) {
        var deadline = SearchDeadline.after(SearchDeadline.LIMIT);
        try {
            var timed = ranking(new TimedSearcher(reader, deadline));
            return timed.search(query, new TopScoreDocCollectorManager(size, null, size)).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issues a query matches. */
    public IssueSet matching(Query query) {
        return matching(query, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /**
     * The issues a query matches.
     *
     * @throws org.precedent.search.SearchEngine.TimedOut when the deadline passes first
     */
    public IssueSet matching(Query query, SearchDeadline deadline) {
        try {
            var timed = readsProximities(query) ? new IndexSearcher(new TimedReader(reader, deadline)) : searcher;
            var weight =
                    timed.createWeight(timed.rewrite(new ConstantScoreQuery(query)), ScoreMode.COMPLETE_NO_SCORES, 1);
            var bits = new ArrayList<FixedBitSet>();
            for (var leaf : timed.getIndexReader().leaves()) {
                var set = new FixedBitSet(leaf.reader().maxDoc());
                var scorer = weight.scorer(leaf);
                if (scorer != null) {
                    collect(scorer, set, deadline);
                    set.and(issues.bits().get(leaf.ord));
                }
                bits.add(set);
            }
            return new IssueSet(this, bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Other queries need a bounded number of steps in a text, however long it is. */
    private static boolean readsProximities(Query query) {
        var found = new boolean[1];
        query.visit(new QueryVisitor() {
            @Override
            public void visitLeaf(Query part) {
                found[0] |= part instanceof PositionsQuery;
            }
        });
        return found[0];
    }

    private static void collect(Scorer scorer, FixedBitSet into, SearchDeadline deadline) throws IOException {
        deadline.check();
        var phases = scorer.twoPhaseIterator();
        if (phases == null) {
            into.or(scorer.iterator());
            return;
        }
        var candidates = phases.approximation();
        int seen = 0;
        for (int doc = candidates.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = candidates.nextDoc()) {
            if (++seen % CANDIDATES_PER_CHECK == 0) {
                deadline.check();
            }
            if (phases.matches()) {
                into.set(doc);
            }
        }
    }

    private IssueSet allIssues() {
        var bits = new ArrayList<FixedBitSet>();
        for (var leaf : reader.leaves()) {
            int size = leaf.reader().maxDoc();
            var set = new FixedBitSet(size);
            set.set(0, size);
            set.andNot(segments.get(leaf.ord).letters());
            var live = leaf.reader().getLiveDocs();
            for (int doc = 0; live != null && doc < size; doc++) {
                if (!live.get(doc)) {
                    set.clear(doc);
                }
            }
            bits.add(set);
        }
        return new IssueSet(this, bits);
    }

    /** Releases it; its files stay open as long as someone else holds it. */
    @Override
    public void close() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The columns of segments, shared by views and dropped with the segment.
     */
    static final class ColumnCache {
        private final Map<IndexReader.CacheKey, SegmentColumns> known = new ConcurrentHashMap<>();
        private final org.precedent.search.facet.FacetPaths paths;

        long size() {
            return known.size();
        }

        ColumnCache(org.precedent.search.facet.FacetPaths paths) {
            this.paths = paths;
        }

        /** The columns of segments in their order; those not read before are read on all processors at once. */
        List<SegmentColumns> get(List<LeafReaderContext> segments) throws IOException {
            try {
                return segments.parallelStream().map(s -> get(s.reader())).toList();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private SegmentColumns get(LeafReader reader) {
            var cache = reader.getCoreCacheHelper();
            var columns = known.get(cache.getKey());
            if (columns == null) {
                columns = read(reader);
                known.put(cache.getKey(), columns);
                cache.addClosedListener(known::remove);
            }
            return columns;
        }

        private SegmentColumns read(LeafReader reader) {
            try {
                return SegmentColumns.read(reader, paths);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Marks a Lucene query that reads positions without bound in a text, so that it is run on a reader that watches the deadline.
     */
    public interface PositionsQuery {}
}
