package org.precedent.web.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@link ConcurrencyLimiter} that never gives all of its permits to one client. A client that has its share waits for its own permits
 * only, so that it does not fill the queue in which the others wait.
 */
public final class FairLimiter {
    private final int permits;
    private final int perClient;
    private final Duration patience;
    private final ConcurrencyLimiter all;
    private final ConcurrencyLimiter.Listener refusals;
    private final ConcurrentMap<String, Client> clients = new ConcurrentHashMap<>();

    /**
     * A limiter.
     *
     * @param permits how many run at once
     * @param perClient how many of one client run at once
     * @param patience how long one waits before it is refused
     * @param listener receives what happens
     */
    public FairLimiter(int permits, int perClient, Duration patience, ConcurrencyLimiter.Listener listener) {
        this.permits = permits;
        this.perClient = perClient;
        this.patience = patience;
        this.all = new ConcurrencyLimiter(permits, patience, listener);
        this.refusals = new RefusalListener(listener);
    }

    /**
     * Waits for a permit.
     *
     * @throws org.precedent.web.http.Failure with status 503 when there is none in time
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
            leave(key);
            throw e;
        }
    }

    /** Whether someone waits although there are permits left in their share. */
    boolean isAwaited() {
        return all.isAwaited();
    }

    private void leave(String key) {
        clients.compute(key, (k, client) -> client == null || client.removeRequest() ? null : client);
    }

    /**
     * Permission to run, released by closing. Closing it again does nothing.
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
                leave(client);
            }
        }
    }

    /** A client with something that runs or waits; changed within the map's own lock on its key. */
    private final class Client {
        private final ConcurrencyLimiter own = new ConcurrencyLimiter(perClient, permits, patience, refusals);
        private int requests;

        Client addRequest() {
            requests++;
            return this;
        }

        boolean removeRequest() {
            return --requests == 0;
        }
    }

    /** Passes on refusals alone: a wait for a client's own permit is followed by one for a shared one, which is counted. */
    private record RefusalListener(ConcurrencyLimiter.Listener to) implements ConcurrencyLimiter.Listener {
        @Override
        public void entered(double seconds) {}

        @Override
        public void left(double seconds) {}

        @Override
        public void refused() {
            to.refused();
        }
    }
}
