package org.precedent.lucene.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.precedent.search.MatchOptions;
import org.precedent.search.OutcomeTable;
import org.precedent.search.Search;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;

/**
 * Cache of one snapshot: the issues that match parts of queries, which the next page, a facet selection, or the next typed word needs
 * again, and the facet counts and outcome tables of searches. Evicts the least used entries when full. Thread-safe.
 */
public final class QueryCache {
    /** The cache may use one part in this many of the maximum heap. */
    private static final int HEAP_FRACTION = 10;

    private static final long MIN_BYTES = 4L << 20;
    private static final long MAX_BYTES = 64L << 20;
    private static final int BYTES_PER_COUNT = 64;
    private static final int BYTES_PER_CELL = 160;

    /** Estimated overhead of an entry in addition to its key, bits, and counts. */
    private static final int BYTES_PER_ANSWER = 256;

    private final Cache<Object, Object> answers;

    /** Creates an empty cache sized by the maximum heap. */
    QueryCache() {
        this(Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_FRACTION, MIN_BYTES, MAX_BYTES));
    }

    /**
     * Creates an empty cache with a given capacity.
     *
     * @param room in bytes
     */
    QueryCache(long room) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(room)
                .weigher(QueryCache::weight)
                .executor(Runnable::run)
                .build();
    }

    private static int weight(Object question, Object answer) {
        long bytes = switch (answer) {
            case IssueSet.Compact hits -> hits.bytes();
            case Total total -> 0;
            case Counts counts -> counts.bytes();
            case OutcomeTable table -> (long) BYTES_PER_CELL * table.cells().size();
            default -> throw new IllegalArgumentException("no answer: " + answer.getClass());
        };
        // a key may be larger than its value, and an entry of weight 0 would never be evicted
        long asked = (long) Character.BYTES * question.toString().length();
        return (int) Math.min(Integer.MAX_VALUE, BYTES_PER_ANSWER + asked + bytes);
    }

    /** The parts of a search that determine which issues it finds. */
    private record CountKey(
            Query query, boolean plain, Selection selection, MatchOptions options, Optional<Search.Since> since) {
        static CountKey of(Search s) {
            return new CountKey(s.query(), s.plain(), s.selection(), s.options(), s.since());
        }
    }

    /** Cache key of a search whose result is only counted. */
    private record TotalKey(CountKey search) {}

    /** Cache key of an outcome table. */
    private record TableQuestion(CountKey question, List<Dimension> by) {}

    private record Counts(Map<Facet, List<FacetCount>> byFacet) {
        long bytes() {
            return BYTES_PER_COUNT
                    * byFacet.values().stream().mapToLong(List::size).sum();
        }
    }

    /**
     * Returns the issues that match a part of a query.
     *
     * @param part cache key
     * @param work computes them on a cache miss
     */
    public IssueSet issues(Object part, Supplier<IssueSet> work) {
        if (answers.getIfPresent(part) instanceof IssueSet.Compact known) {
            return known.expand();
        }
        var hits = work.get();
        answers.put(part, hits.compact());
        return hits;
    }

    /**
     * Returns the number of issues and determinations a search finds, which is independent of sort and page.
     */
    public Total total(Search search, Supplier<Total> work) {
        var question = new TotalKey(CountKey.of(search));
        if (answers.getIfPresent(question) instanceof Total known) {
            return known;
        }
        var total = work.get();
        answers.put(question, total);
        return total;
    }

    /**
     * Returns the facet counts of a search, which are independent of sort and page.
     */
    public Map<Facet, List<FacetCount>> counts(Search search, Supplier<Map<Facet, List<FacetCount>>> work) {
        var question = CountKey.of(search);
        if (answers.getIfPresent(question) instanceof Counts known) {
            return known.byFacet;
        }
        var counts = new Counts(work.get());
        answers.put(question, counts);
        return counts.byFacet;
    }

    /**
     * Returns the outcome table of a search, which is independent of sort and page.
     */
    public OutcomeTable outcomes(Search search, List<Dimension> by, Supplier<OutcomeTable> work) {
        var question = new TableQuestion(CountKey.of(search), List.copyOf(by));
        if (answers.getIfPresent(question) instanceof OutcomeTable known) {
            return known;
        }
        var table = work.get();
        answers.put(question, table);
        return table;
    }

    /** Estimated number of entries. */
    long size() {
        return answers.estimatedSize();
    }

    /** Approximate memory use in bytes. */
    long bytes() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
