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
 * Cache of one snapshot: the issues that parts of queries match, which the next page, a facet click or the next word typed
 * asks for again, and the facet counts and outcome tables of searches. Evicts what is used least once full. Thread-safe.
 */
public final class QueryCache {
    /** The fraction of the maximum heap that the cache may use. */
    private static final int SHARE = 10;

    private static final long LEAST_ROOM = 4L << 20;
    private static final long MOST_ROOM = 64L << 20;
    private static final int BYTES_A_COUNT = 64;
    private static final int BYTES_A_CELL = 160;

    /** What an answer takes beside its bits, counts and question. */
    private static final int BYTES_AN_ANSWER = 256;

    private final Cache<Object, Object> answers;

    /** Answers of a new view, none yet, with as much room as the heap can spare. */
    QueryCache() {
        this(Math.clamp(Runtime.getRuntime().maxMemory() / SHARE, LEAST_ROOM, MOST_ROOM));
    }

    /**
     * The same with a room of its own.
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
            case OutcomeTable table -> (long) BYTES_A_CELL * table.cells().size();
            default -> throw new IllegalArgumentException("no answer: " + answer.getClass());
        };
        // a question may be longer than its answer, and one of no weight would never go
        long asked = (long) Character.BYTES * question.toString().length();
        return (int) Math.min(Integer.MAX_VALUE, BYTES_AN_ANSWER + asked + bytes);
    }

    /** What of a search decides which issues it finds. */
    private record CountKey(
            Query query, boolean plain, Selection selection, MatchOptions options, Optional<Search.Since> since) {
        static CountKey of(Search s) {
            return new CountKey(s.query(), s.plain(), s.selection(), s.options(), s.since());
        }
    }

    /** A search whose result is only counted. */
    private record TotalKey(CountKey search) {}

    /** A search with the dimensions its outcomes are tabulated by. */
    private record TableQuestion(CountKey question, List<Dimension> by) {}

    private record Counts(Map<Facet, List<FacetCount>> byFacet) {
        long bytes() {
            return BYTES_A_COUNT
                    * byFacet.values().stream().mapToLong(List::size).sum();
        }
    }

    /**
     * The issues something matches.
     *
     * @param part names it
     * @param work finds them where that is not known
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
     * How many issues and determinations a search finds, which does not depend on its order and page.
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
     * The counts of a search, which are the same in every order and on every page.
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
     * The outcomes of a search, which are the same in every order and on every page.
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

    /** How many answers are kept. */
    long size() {
        return answers.estimatedSize();
    }

    /** What they take in memory, about, in bytes. */
    long bytes() {
        answers.cleanUp();
        return answers.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
