package org.precedent.search.request;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The time budget of one request for all the searches it makes, bound to the thread that runs them. An engine checks it while it works;
 * the supervisor can end it early to let others search.
 */
public final class SearchBudget {
    private static final ThreadLocal<SearchBudget> CURRENT = new ThreadLocal<>();

    private final long began = System.nanoTime();
    private final Duration allowed;
    private final Consumer<Duration> supervisor;

    /**
     * A budget that starts now.
     *
     * @param allowed how long all searches of the request may take
     * @param supervisor called with the time used so far, every few thousand steps of an engine; ends the searches by throwing
     */
    public SearchBudget(Duration allowed, Consumer<Duration> supervisor) {
        this.allowed = allowed;
        this.supervisor = supervisor;
    }

    /**
     * The budget of this thread; empty if there is none, so that the engine's own limit applies to each search.
     */
    public static Optional<SearchBudget> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Runs searches within this budget.
     */
    public <T> T run(Supplier<T> searches) {
        CURRENT.set(this);
        try {
            return searches.get();
        } finally {
            CURRENT.remove();
        }
    }

    /**
     * The time that is left; negative when it is used up.
     */
    public Duration remaining() {
        return allowed.minus(elapsed());
    }

    /**
     * Lets the supervisor end the searches. The engine enforces the budget's own limit by {@link #remaining}.
     */
    public void check() {
        supervisor.accept(elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
