package org.precedent.opensearch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterFailure;
import org.precedent.search.SearchEngine.Unavailable;

/**
 * Provides the current index state, checking for a newer one at most twice per second. If a node with its shard copies is lost, the state
 * is replaced by one on the remaining copies.
 */
final class IndexStates {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

    /** A point in time not used for this long is replaced, because it will expire. */
    private static final Duration MAX_IDLE = Duration.ofMinutes(4);

    private static final String NO_INDEX = "index_not_found_exception";
    private static final int ATTEMPTS = 8;

    /** No further attempt starts after this time. */
    private static final Duration MAX_RETRY_TIME = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ClusterClient client;
    private final String alias;
    private @Nullable IndexState current;
    private volatile boolean isUnavailable;
    private long lastChecked = System.nanoTime();
    private long lastUsed = System.nanoTime();

    IndexStates(ClusterClient client, String alias) {
        this.client = client;
        this.alias = alias;
    }

    /**
     * Runs {@code work} on the newest state, from the start again if the state is lost meanwhile. After all attempts have failed, later
     * calls make only one attempt each until one succeeds.
     *
     * @throws Unavailable when no complete state is available for several seconds
     */
    <T> T read(Function<IndexState, T> work) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                var result = readingOnce(work);
                isUnavailable = false;
                return result;
            } catch (Unavailable e) {
                if (isLast(attempt, begun)) {
                    throw e;
                }
            } catch (ClusterFailure e) {
                if (!isLost(e) || isLast(attempt, begun)) {
                    throw explain(e);
                }
            }
            pause(attempt);
        }
    }

    /** Whether to give up. While the cluster is down, calls do not wait for it, because requests would pile up. */
    private boolean isLast(int attempt, long begun) {
        boolean isLast = isUnavailable || attempt == ATTEMPTS || System.nanoTime() - begun > MAX_RETRY_TIME.toNanos();
        isUnavailable |= isLast;
        return isLast;
    }

    /** Whether the state was lost with a node: its search context is missing, or the node failed while answering. */
    private static boolean isLost(ClusterFailure e) {
        return e.status() >= 500 || (e.status() == 404 && !e.type().equals(NO_INDEX));
    }

    private <T> T readingOnce(Function<IndexState, T> work) {
        var state = acquire();
        try {
            return work.apply(state);
        } catch (Unavailable | ClusterFailure e) {
            discard(state);
            throw e;
        } finally {
            state.release();
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the cluster", e);
        }
    }

    private RuntimeException explain(ClusterFailure e) {
        if (e.type().equals(NO_INDEX)) {
            return new Unavailable(
                    client.options() + ": holds no index \"" + alias
                            + "\"; run `precedent ingest` with the same options, or give another name with"
                            + " --opensearch-alias",
                    e);
        }
        return isLost(e)
                ? new Unavailable(client.options() + ": " + e.getMessage() + "; check the log of the nodes", e)
                : e;
    }

    /** Makes the next call check for a newer state. */
    synchronized void refresh() {
        lastChecked = System.nanoTime() - CHECK_INTERVAL.toNanos();
    }

    private synchronized IndexState acquire() {
        long now = System.nanoTime();
        var state = current;
        if (state != null
                && now - lastUsed < MAX_IDLE.toNanos()
                && (now - lastChecked < CHECK_INTERVAL.toNanos() || isNewest(state))) {
            lastChecked = now - lastChecked < CHECK_INTERVAL.toNanos() ? lastChecked : now;
            lastUsed = now;
            state.acquire();
            return state;
        }
        var newer = IndexState.open(client, alias);
        Optional.ofNullable(state).ifPresent(IndexState::release);
        current = newer;
        lastChecked = now;
        lastUsed = now;
        newer.acquire();
        return newer;
    }

    private boolean isNewest(IndexState state) {
        var figures = client.request(
                "POST",
                "/" + alias + "/_search?request_cache=true&allow_partial_search_results=false",
                IndexState.figuresBody());
        return IndexState.generation(figures).equals(state.generation());
    }

    private synchronized void discard(IndexState state) {
        if (state == current) {
            current = null;
            state.release();
        }
    }

    synchronized void close() {
        if (current != null) {
            current.release();
            current = null;
        }
    }
}
