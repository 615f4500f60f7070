package org.precedent.web.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.precedent.search.request.SearchBudget;
import org.precedent.web.http.Failure;

/**
 * Limits the number of concurrent searches and shares the permits fairly. No client can hold all permits unless there is only one. While
 * others wait, a long search continues only if it is the only long search of its client and long searches hold at most half of the permits.
 */
public final class SearchGate {
    /** Minimum duration of a long search. Ordinary searches take a few milliseconds. */
    private static final Duration LONG_SEARCH = Duration.ofSeconds(1);

    /** Maximum total time of all searches for one response. */
    private static final Duration TIME_BUDGET = Duration.ofSeconds(10);

    private static final int RETRY_SECONDS = 10;

    private final FairLimiter places;
    private final int longAtOnce;

    /** Number of long searches of each client that has any. */
    private final Map<String, Integer> longOnes = new HashMap<>();

    /**
     * Creates a gate.
     *
     * @param places maximum number of concurrent searches
     * @param maxWait maximum wait for a permit
     * @param listener receives events, for metrics
     */
    public SearchGate(int places, Duration maxWait, ConcurrencyLimiter.Listener listener) {
        this.places = new FairLimiter(places, Math.max(1, places - 1), maxWait, listener);
        this.longAtOnce = Math.max(1, places / 2);
    }

    /**
     * Runs a search for the current client. Nested searches share the permit and the time budget of the outer one.
     *
     * @throws Failure with status 503 when no permit becomes available in time, or 429 or 503 when the search takes long while others wait
     */
    public <T> T run(Supplier<T> search) {
        if (SearchBudget.current().isPresent()) {
            return search.get();
        }
        var client = CurrentClient.key();
        try (var place = places.acquire(client);
                var turn = new RunningSearch(client)) {
            Objects.requireNonNull(place);
            return new SearchBudget(TIME_BUDGET, turn::check).run(search);
        }
    }

    /** A running search that holds a permit. */
    private final class RunningSearch implements AutoCloseable {
        private final String client;
        private boolean isLong;

        RunningSearch(String client) {
            this.client = client;
        }

        void check(Duration used) {
            if (used.compareTo(LONG_SEARCH) >= 0) {
                synchronized (longOnes) {
                    if (!isLong) {
                        isLong = true;
                        longOnes.merge(client, 1, Integer::sum);
                    }
                    if (places.hasWaiters()) {
                        makeRoom();
                    }
                }
            }
        }

        private void makeRoom() {
            if (longOnes.getOrDefault(client, 0) > 1) {
                end();
                throw refused(
                        429,
                        "Too many long searches",
                        "Another long search from your address is still running, and other people are waiting. Wait for it to finish,"
                                + " or narrow this one: use fewer w/n operators or rarer words.");
            }
            if (longOnes.size() > longAtOnce) {
                end();
                throw refused(
                        503,
                        "Busy",
                        "This search is taking long, and other people are waiting. Try again later, or narrow it: use fewer"
                                + " w/n operators or rarer words.");
            }
        }

        @Override
        public void close() {
            synchronized (longOnes) {
                end();
            }
        }

        // a refused search is no longer counted: until it has returned, its client's last search would be refused as
        // well
        private void end() {
            if (isLong) {
                isLong = false;
                longOnes.computeIfPresent(client, (c, n) -> n == 1 ? null : n - 1);
            }
        }
    }

    private static Failure refused(int status, String error, String detail) {
        return new Failure(new Failure.Answer(
                status, error, detail, Optional.empty(), Optional.empty(), Optional.of(RETRY_SECONDS)));
    }
}
