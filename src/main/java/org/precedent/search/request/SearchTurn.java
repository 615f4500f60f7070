package org.precedent.search.request;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The time budget of one request for all the searches it makes, bound to the thread that runs them. An engine checks it while it works;
 * whoever grants the turn can end it before its time, to let others search.
 */
public final class SearchTurn {
    private static final ThreadLocal<SearchTurn> CURRENT = new ThreadLocal<>();

    private final long began = System.nanoTime();
    private final Duration allowed;
    private final Consumer<Duration> supervisor;

    /**
     * A turn that begins now.
     *
     * @param allowed how long all searches of the turn may take
     * @param supervisor is given the time used so far, every few thousand steps of an engine; ends the turn by throwing
     */
    public SearchTurn(Duration allowed, Consumer<Duration> supervisor) {
        this.allowed = allowed;
        this.supervisor = supervisor;
    }

    /**
     * The turn of this thread; empty outside of one, where each search has the engine's own limit.
     */
    public static Optional<SearchTurn> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Searches within this turn.
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
    public Duration left() {
        return allowed.minus(used());
    }

    /**
     * Asks whether the turn may go on. Its own limit is for the engine to keep, by {@link #left}.
     */
    public void check() {
        supervisor.accept(used());
    }

    private Duration used() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
