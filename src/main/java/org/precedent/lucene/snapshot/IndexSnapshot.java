package org.precedent.lucene.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.precedent.engine.TermWeights;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.FacetGroup;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;

/**
 * An immutable snapshot of the index with the in-memory columns of its segments. A search uses one snapshot from start to finish.
 */
public final class IndexSnapshot implements AutoCloseable {
    /** Documents scored between deadline checks. */
    private static final int DOCUMENTS_PER_CHECK = 1 << 16;

    /** Candidate documents from which a search shares its segments with other processors; below, it takes about a millisecond. */
    private static final long MIN_SHARED_COST = 50_000;

    private static final SegmentWorkers WORKERS =
            new SegmentWorkers(Runtime.getRuntime().availableProcessors() - 1, MIN_SHARED_COST);

    /** Terms whose places in the segments are kept: those of the searches running now and just before. */
    private static final int CACHED_TERMS = 500;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<SegmentColumns> segments;
    private final SegmentWorkers workers;
    private final String state;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final QueryCache known = new QueryCache();
    private final Cache<Term, TermStates> terms = Caffeine.newBuilder()
            .maximumSize(CACHED_TERMS)
            .executor(Runnable::run)
            .build();
    private final IssueSet issues;

    IndexSnapshot(DirectoryReader reader, ColumnCache columns) throws IOException {
        this(reader, columns, WORKERS);
    }

    /** Creates a snapshot whose searches share their segments with some workers. */
    IndexSnapshot(DirectoryReader reader, ColumnCache columns, SegmentWorkers workers) throws IOException {
        this.reader = reader;
        this.workers = workers;
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

    /** Rewrites a query so that its term statistics are looked up only once. */
    public Query rewrite(Query query) {
        try {
            return searcher.rewrite(query);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The statistics of a term and its place in each segment. A search uses the same words several times: to match, to rank, and to count
     * what the summaries would add.
     */
    public TermStates termStates(Term term) {
        return terms.get(term, t -> {
            try {
                return TermStates.build(searcher, t, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public List<LeafReaderContext> leaves() {
        return reader.leaves();
    }

    public List<SegmentColumns> segments() {
        return segments;
    }

    /** The columns of a group of facets in one segment, read on first use. */
    public GroupColumn group(int segment, FacetGroup group) {
        return segments.get(segment).groups().get(group, leaves().get(segment).reader());
    }

    /** The column of a facet in one segment, read on first use. */
    public FacetColumn facet(int segment, Facet facet) {
        var group = FacetGroup.of(facet);
        return group(segment, group).facets().get(group.facets().indexOf(facet));
    }

    /** The column of a dimension in one segment. */
    public CodedColumn column(int segment, Dimension dimension) {
        return dimension.facet().isPresent()
                ? facet(segment, dimension.facet().get())
                : computeOnce("months of segment " + segment, () -> months(segment));
    }

    private MonthColumn months(int segment) {
        try {
            return MonthColumn.read(reader.leaves().get(segment).reader(), segments.get(segment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of values cached for this snapshot. */
    long cachedValues() {
        return remembered.size() + known.size();
    }

    /** Approximate memory use by kind, in bytes. */
    public Map<String, Long> memory() {
        long facets = segments.stream().mapToLong(SegmentColumns::bytes).sum();
        return Map.of("facets", facets, "queries", known.bytes());
    }

    /** Identifies the indexed state; unchanged by a restart. */
    public String name() {
        return state;
    }

    /** All live issues. */
    public IssueSet issues() {
        return issues;
    }

    /**
     * Returns a value computed on first use; threads that need the same value wait for the one that computes it.
     *
     * @param name cache key, which must determine the type
     */
    @SuppressWarnings("unchecked")
    public <T> T computeOnce(String name, Supplier<T> work) {
        var slot = remembered.computeIfAbsent(name, n -> new Remembered());
        var known = slot.value;
        if (known != null) {
            return (T) known;
        }
        synchronized (slot) {
            if (slot.value == null) {
                slot.value = work.get();
            }
            return (T) slot.value;
        }
    }

    /** A value computed on first use. */
    private static final class Remembered {
        private volatile @Nullable Object value;
    }

    /** The cache of search results of this snapshot. */
    public QueryCache queryCache() {
        return known;
    }

    private static IndexSearcher ranking(IndexSearcher ranking) {
        ranking.setSimilarity(new BM25Similarity(TermWeights.K1, TermWeights.B));
        ranking.setQueryCache(null);
        return ranking;
    }

    /**
     * A searcher that checks the deadline between large windows of documents. Lucene's own timeout starts with windows of a hundred
     * documents, and early termination starts over in each window.
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
     * Returns the highest-scoring issues, best first.
     *
     * @param size maximum number returned
     * @throws org.precedent.search.SearchEngine.TimedOut when the time limit is exceeded
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

    /** Returns the issues that match a query. */
    public IssueSet matching(Query query) {
        return matching(query, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /**
     * Returns the issues that match a query.
     *
     * @throws org.precedent.search.SearchEngine.TimedOut when the deadline passes first
     */
    public IssueSet matching(Query query, SearchDeadline deadline) {
        try {
            var matching = new RangeMatching(this, query, deadline);
            boolean shared = workers.isWorthSharing(matching.cost()) && isOnlySearch();
            return new IssueSet(this, matching.run(workers, shared));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a part of a search on another processor if one is idle. Close it before the search ends.
     *
     * @param cost the number of documents it examines
     */
    public <T> SharedPart<T> startIfIdle(Supplier<T> work, long cost) {
        return workers.start(work, workers.isWorthSharing(cost) && isOnlySearch());
    }

    /** Whether nobody else searches, so that other processors may help: one reference is the current snapshot's, one this search's. */
    private boolean isOnlySearch() {
        return reader.getRefCount() <= 2;
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

    /** Releases this reference; files are closed once no one else holds the snapshot. */
    @Override
    public void close() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The columns of segments, shared by snapshots and evicted when the segment is closed.
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

        /** Returns the columns of segments in order; missing ones are read in parallel. */
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
}
