package org.precedent.lucene.snapshot;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.precedent.search.SearchEngine.TimedOut;
import org.precedent.search.request.SearchBudget;

/**
 * Deadline of a search, checked by counting steps. All searches of a {@link SearchBudget} share its time. Few queries come close, typically
 * chains of proximities between frequent words. Thread-safe except for counting steps.
 */
public final class SearchDeadline {
    /** Time limit of a single search. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /** Steps between deadline checks. */
    static final int STEPS_PER_CHECK = 1 << 12;

    private final Duration allowed;
    private final Optional<SearchBudget> budget;
    private final long end;
    private final Queue<SearchDeadline> parts = new ConcurrentLinkedQueue<>();
    private long steps;

    private SearchDeadline(Duration allowed, Optional<SearchBudget> budget, long end) {
        this.allowed = allowed;
        this.budget = budget;
        this.end = end;
    }

    /**
     * Creates a deadline that starts now.
     *
     * @param allowed time limit of the search
     */
    public static SearchDeadline after(Duration allowed) {
        var budget = SearchBudget.current();
        var left = budget.map(SearchBudget::remaining).filter(l -> l.compareTo(allowed) < 0);
        return new SearchDeadline(
                allowed, budget, System.nanoTime() + left.orElse(allowed).toNanos());
    }

    /** The same deadline for a part of the search that another thread may run; its steps count for the whole. */
    public SearchDeadline part() {
        var part = new SearchDeadline(allowed, budget, end);
        parts.add(part);
        return part;
    }

    /**
     * Counts one step (a position, document, or term read) and periodically checks the deadline.
     *
     * @throws TimedOut when the deadline has passed
     */
    void step() {
        step(1);
    }

    /**
     * Counts several steps.
     *
     * @throws TimedOut when the deadline has passed
     */
    public void step(int count) {
        long before = steps;
        steps += count;
        if (before / STEPS_PER_CHECK != steps / STEPS_PER_CHECK) {
            check();
        }
    }

    /** The number of steps taken so far by proximities and prefix expansion, those of finished parts included. */
    public long steps() {
        return steps + parts.stream().mapToLong(SearchDeadline::steps).sum();
    }

    /**
     * Checks the deadline and whether the supervisor of the budget has canceled the search.
     *
     * @throws TimedOut when the deadline has passed
     */
    public void check() {
        budget.ifPresent(SearchBudget::check);
        if (System.nanoTime() - end > 0) {
            throw new TimedOut("it takes longer than " + allowed.toSeconds()
                    + " seconds; chain fewer proximities, or use rarer words or more letters before an asterisk");
        }
    }
}
