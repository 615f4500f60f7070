package org.precedent.lucene.snapshot;

import java.time.Duration;
import java.util.Optional;
import org.precedent.search.SearchEngine.TimedOut;
import org.precedent.search.request.SearchBudget;

/**
 * Deadline of a search, checked by counting steps. All searches of a {@link SearchBudget} share its time. Few queries come close, typically
 * chains of proximities between frequent words. Not thread-safe.
 */
public final class SearchDeadline {
    /** Time limit of a single search. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /** Steps between deadline checks. */
    static final int STEPS_PER_CHECK = 1 << 12;

    private final Duration allowed;
    private final Optional<SearchBudget> budget = SearchBudget.current();
    private final long end;
    private long steps;

    private SearchDeadline(Duration allowed) {
        this.allowed = allowed;
        var left = budget.map(SearchBudget::remaining).filter(l -> l.compareTo(allowed) < 0);
        this.end = System.nanoTime() + left.orElse(allowed).toNanos();
    }

    /**
     * Creates a deadline that starts now.
     *
     * @param allowed time limit of the search
     */
    public static SearchDeadline after(Duration allowed) {
        return new SearchDeadline(allowed);
    }

    /**
     * Counts one step (a position, document, or term read) and periodically checks the deadline.
     *
     * @throws TimedOut when the deadline has passed
     */
    void step() {
        if (++steps % STEPS_PER_CHECK == 0) {
            check();
        }
    }

    /** The number of steps taken so far by proximities and prefix expansion. */
    public long steps() {
        return steps;
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
