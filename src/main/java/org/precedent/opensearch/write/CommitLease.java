package org.precedent.opensearch.write;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterFailure;
import org.precedent.search.SearchEngine.Unavailable;

/**
 * Exclusive lease to commit, held by one machine at a time: a document that only the holder may write, guarded by its sequence number.
 * A dead holder is recognized because that number no longer changes, so clocks need not agree.
 */
public final class CommitLease {
    /** A lease that was not renewed for this long has expired. */
    private static final Duration TERM = Duration.ofSeconds(30);

    /** The holder renews the lease when this long has passed. */
    private static final Duration RENEWAL = Duration.ofSeconds(8);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** How long to retry: the document is unavailable for a while when the node that holds it is lost. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private static final String DOCUMENT = "/_doc/commit";

    private final ClusterClient client;
    private final String index;
    private final String holder = UUID.randomUUID().toString();
    private long number;
    private long term;
    private long last;
    private long renewed = System.nanoTime();

    private CommitLease(ClusterClient client) {
        this.client = client;
        this.index = client.options().alias() + "-lease";
    }

    /**
     * Takes the lease, waiting until its holder releases it or it expires.
     *
     * @throws Unavailable when interrupted, or the cluster is unavailable for some minutes
     */
    public static CommitLease take(ClusterClient client) {
        var lease = new CommitLease(client);
        lease.retry(lease::begin);
        lease.retry(lease::await);
        return lease;
    }

    /** Runs a step, and again while the cluster cannot answer; each step first checks what an earlier attempt did. */
    private void retry(Runnable step) {
        long deadline = System.nanoTime() + MAX_WAIT.toNanos();
        while (true) {
            try {
                step.run();
                return;
            } catch (Unavailable e) {
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private void begin() {
        if (client.find("/" + index + DOCUMENT).isPresent()) {
            return;
        }
        try {
            var settings = object("number_of_shards", 1, "auto_expand_replicas", "0-2");
            client.request("PUT", "/" + index, object("settings", settings, "mappings", object("dynamic", false)));
        } catch (ClusterFailure e) {
            requireConflict(e, 400);
        }
        try {
            client.request("PUT", "/" + index + DOCUMENT + "?op_type=create", content("", 0));
        } catch (ClusterFailure e) {
            requireConflict(e, 409);
        }
    }

    private static void requireConflict(ClusterFailure e, int status) {
        if (e.status() != status) {
            throw e;
        }
    }

    private void await() {
        long seen = -1;
        long since = System.nanoTime();
        while (true) {
            var found = client.request("GET", "/" + index + DOCUMENT, null);
            number = found.at("_seq_no").number();
            term = found.at("_primary_term").number();
            last = found.at("_source", "last").number();
            if (number != seen) {
                seen = number;
                since = System.nanoTime();
            }
            boolean isFree =
                    found.at("_source", "holder").text().isEmpty() || System.nanoTime() - since > TERM.toNanos();
            if (isFree && write(holder, last)) {
                return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for another machine's commit", e);
        }
    }

    private static Map<String, Object> content(String holder, long last) {
        return object("holder", holder, "last", last);
    }

    /** Writes the document unless someone else has written it meanwhile; returns whether it did. */
    private boolean write(String holder, long last) {
        try {
            var written = client.request(
                    "PUT",
                    "/" + index + DOCUMENT + "?if_seq_no=" + number + "&if_primary_term=" + term,
                    content(holder, last));
            number = written.at("_seq_no").number();
            term = written.at("_primary_term").number();
            renewed = System.nanoTime();
            return true;
        } catch (ClusterFailure e) {
            requireConflict(e, 409);
            return false;
        }
    }

    /** The timestamp of this commit: later than that of every earlier commit, even if this machine's clock is behind. */
    public long nextTimestamp(long now, long newest) {
        return Math.max(now, Math.max(last, newest) + 1);
    }

    /**
     * Makes sure that enough of the lease is left for one more request. Before the first request, it is always renewed with the timestamp
     * of this commit, so that no later commit has the same timestamp, even if this one dies halfway.
     *
     * @param timestamp timestamp of this commit
     * @throws IllegalStateException when another machine took it over
     */
    public void renew(long timestamp) {
        boolean isEnough = System.nanoTime() - renewed < RENEWAL.toNanos();
        if (isEnough && last == timestamp) {
            return;
        }
        retry(() -> requireHeld(timestamp));
    }

    private void requireHeld(long timestamp) {
        if (!isHeld(timestamp)) {
            throw new IllegalStateException(
                    "another machine took over the commit, because this one made no progress for more than"
                            + " " + TERM.toSeconds()
                            + " seconds; run the command again to write what is missing");
        }
        last = timestamp;
    }

    // a write may have succeeded although its node died before answering
    private boolean isHeld(long timestamp) {
        if (write(holder, timestamp)) {
            return true;
        }
        var found = client.request("GET", "/" + index + DOCUMENT, null);
        number = found.at("_seq_no").number();
        term = found.at("_primary_term").number();
        return found.at("_source", "holder").text().equals(holder) && write(holder, timestamp);
    }

    /** Releases the lease. If another machine took it over, it stays with that one; if the cluster is unavailable, it expires. */
    public void release() {
        try {
            write("", last);
        } catch (Unavailable e) {
            System.getLogger(CommitLease.class.getName())
                    .log(System.Logger.Level.WARNING, "lease not released, it will expire: {0}", e.getMessage());
        }
    }
}
