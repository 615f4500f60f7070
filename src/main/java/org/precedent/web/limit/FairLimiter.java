package org.precedent.web.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link ConcurrencyLimiter} that never gives all of its permits to one client. A client that has used up its share waits in a queue of its
 * own, so that it does not fill the shared queue.
 */
public final class FairLimiter {
    private final int permits;
    private final int perClient;
    private final Duration maxWait;
    private final ConcurrencyLimiter all;
    private final ConcurrencyLimiter.Listener refusals;
    private final ConcurrentMap<String, Client> clients = new ConcurrentHashMap<>();

    /**
     * Creates a limiter.
     *
     * @param permits total number of permits
     * @param perClient maximum number of permits per client
     * @param maxWait maximum wait before a request is refused
     * @param listener receives events, for metrics
     */
    public FairLimiter(int permits, int perClient, Duration maxWait, ConcurrencyLimiter.Listener listener) {
        this.permits = permits;
        this.perClient = perClient;
        this.maxWait = maxWait;
        this.all = new ConcurrencyLimiter(permits, maxWait, listener);
        this.refusals = new RefusalListener(listener);
    }

    /**
     * Waits for a permit.
     *
     * @throws org.precedent.web.http.Failure with status 503 when none becomes available in time
     */
    public Permit acquire(String key) {
        var client = clients.compute(key, (k, known) -> (known == null ? new Client() : known).addRequest());
        try {
            var own = client.own.acquire();
            try {
                return new Permit(key, own, all.acquire());
            } catch (RuntimeException e) {
                own.close();
                throw e;
            }
        } catch (RuntimeException e) {
            release(key);
            throw e;
        }
    }

    /** Whether a request of a client that has not used up its share is waiting. */
    boolean hasWaiters() {
        return all.hasWaiters();
    }

    private void release(String key) {
        clients.compute(key, (k, client) -> client == null || client.removeRequest() ? null : client);
    }

    /**
     * Permission to run, released by closing. Closing it more than once has no effect.
     */
    public final class Permit implements AutoCloseable {
        private final String client;
        private final ConcurrencyLimiter.Permit own;
        private final ConcurrencyLimiter.Permit shared;
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit(String client, ConcurrencyLimiter.Permit own, ConcurrencyLimiter.Permit shared) {
            this.client = client;
            this.own = own;
            this.shared = shared;
        }

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                shared.close();
                own.close();
                release(client);
            }
        }
    }

    /** A client with running or waiting requests; modified only inside the map's atomic operations on its key. */
    private final class Client {
        private final ConcurrencyLimiter own = new ConcurrencyLimiter(perClient, permits, maxWait, refusals);
        private int requests;

        Client addRequest() {
            requests++;
            return this;
        }

        boolean removeRequest() {
            return --requests == 0;
        }
    }

    /**
     * Passes on refusals only: after a client's own permit, every request also acquires a shared one, and the wait for that one is counted.
     */
    private record RefusalListener(ConcurrencyLimiter.Listener to) implements ConcurrencyLimiter.Listener {
        @Override
        public void entered(double seconds) {}

        @Override
        public void released(double seconds) {}

        @Override
        public void refused() {
            to.refused();
        }
    }
}
