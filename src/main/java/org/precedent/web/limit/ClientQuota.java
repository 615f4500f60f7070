package org.precedent.web.limit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.precedent.web.http.Failure;

/**
 * Quota of concurrent long-running responses: a total, and a lower limit per client, so that no single client can use all of them.
 */
public final class ClientQuota {
    private static final int RETRY_SECONDS = 10;

    private final int total;
    private final int perClient;
    private final Map<String, Integer> inUse = new HashMap<>();
    private int all;

    /**
     * Creates an unused quota.
     */
    public ClientQuota(int total, int perClient) {
        this.total = total;
        this.perClient = perClient;
    }

    /**
     * A response of a client, counted until closed. Closing it more than once has no effect.
     */
    public final class Share implements AutoCloseable {
        private final String client;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Share(String client) {
            this.client = client;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                release(client);
            }
        }
    }

    /**
     * Takes a share of the quota.
     *
     * @throws Failure with status 429 when the client has used up its limit, or 503 when the total is used up
     */
    public synchronized Share acquire(String client) {
        int own = inUse.getOrDefault(client, 0);
        if (own >= perClient) {
            throw refused(
                    429,
                    "Too many downloads",
                    "Your address has " + own + " downloads running. Wait for one to" + " finish.");
        }
        if (all >= total) {
            throw refused(503, "Busy", "Too many downloads are running on this server. Try again in a moment.");
        }
        inUse.put(client, own + 1);
        all++;
        return new Share(client);
    }

    private synchronized void release(String client) {
        inUse.computeIfPresent(client, (c, n) -> n == 1 ? null : n - 1);
        all--;
    }

    private static Failure refused(int status, String error, String detail) {
        return new Failure(new Failure.Answer(
                status, error, detail, Optional.empty(), Optional.empty(), Optional.of(RETRY_SECONDS)));
    }
}
