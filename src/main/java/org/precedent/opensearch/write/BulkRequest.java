package org.precedent.opensearch.write;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.precedent.json.Json;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.SearchEngine.Unavailable;

/**
 * Writes changes in bulk with optimistic locking: if another machine has changed a document since it was read, it is read again and
 * compared.
 */
public final class BulkRequest {
    /** Number of determinations per request. */
    private static final int PART = 64;

    /** How long to wait for lost nodes. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int CONFLICT = 409;
    private static final int BUSY = 429;

    private final ClusterClient client;
    private final ClusterIndex index;
    private final CommitLease lease;
    private final long timestamp;
    private final long deadline = System.nanoTime() + MAX_WAIT.toNanos();

    /**
     * A bulk request for the changes of one commit.
     *
     * @param lease the lease under which they are written
     * @param timestamp the time of the commit, in milliseconds since 1970
     */
    public BulkRequest(ClusterClient client, ClusterIndex index, CommitLease lease, long timestamp) {
        this.client = client;
        this.index = index;
        this.lease = lease;
        this.timestamp = timestamp;
    }

    /**
     * Writes all changes.
     *
     * @throws Unavailable when the cluster does not accept them for several minutes
     * @throws IllegalStateException when another machine took over the commit
     */
    public void write(List<DocumentChange> changes) {
        for (int from = 0; from < changes.size(); from += PART) {
            var left = changes.subList(from, Math.min(changes.size(), from + PART));
            while (!left.isEmpty()) {
                left = writeOnce(left);
            }
        }
    }

    /** Writes the changes once and returns those still to be written. */
    private List<DocumentChange> writeOnce(List<DocumentChange> changes) {
        lease.renew(timestamp);
        try {
            var answer =
                    client.requestLines("/" + index.alias() + "/_bulk?require_alias=true&timeout=10s", lines(changes));
            return left(changes, answer);
        } catch (Unavailable e) {
            waitOrThrow(e);
            return readAgain(changes);
        }
    }

    private void waitOrThrow(Unavailable e) {
        if (System.nanoTime() > deadline) {
            throw e;
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private List<DocumentChange> left(List<DocumentChange> changes, JsonValue answer) {
        if (!answer.at("errors").isTrue()) {
            return List.of();
        }
        var conflicts = new ArrayList<DocumentChange>();
        var refused = new ArrayList<DocumentChange>();
        var items = answer.at("items").list();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i).members().values().iterator().next();
            int status = (int) item.at("status").number();
            if (status == CONFLICT) {
                conflicts.add(changes.get(i));
            } else if (status == BUSY || status >= 500) {
                refused.add(changes.get(i));
            } else if (status >= 300 && status != 404) {
                throw client.failure(status, item);
            }
        }
        if (!refused.isEmpty()) {
            waitOrThrow(new Unavailable(client.options() + ": " + refused.size()
                    + " determinations were not stored; check /_cluster/health and start the nodes that are missing"));
        }
        conflicts.addAll(refused);
        return readAgain(conflicts);
    }

    /** The changes with the current state of their documents, without those already written. */
    private List<DocumentChange> readAgain(List<DocumentChange> changes) {
        return changes.stream()
                .map(c -> c.withPrevious(findPrevious(c.id())))
                .filter(c -> !c.isDone())
                .toList();
    }

    private StoredDocument findPrevious(String id) {
        while (true) {
            lease.renew(timestamp);
            try {
                return StoredDocument.of(client, index.alias(), id);
            } catch (Unavailable e) {
                waitOrThrow(e);
            }
        }
    }

    private byte[] lines(List<DocumentChange> changes) {
        var lines = new ByteArrayOutputStream();
        changes.parallelStream().map(this::line).forEachOrdered(lines::writeBytes);
        return lines.toByteArray();
    }

    private byte[] line(DocumentChange change) {
        var line = new ByteArrayOutputStream();
        var previous = change.previous();
        var place = object("_id", change.id());
        if (previous.exists()) {
            place.put("if_seq_no", previous.number());
            place.put("if_primary_term", previous.term());
        }
        var action = change.content().isEmpty() ? "delete" : previous.exists() ? "index" : "create";
        line.writeBytes(Json.writeBytes(Map.of(action, place)));
        line.write('\n');
        if (!change.content().isEmpty()) {
            line.writeBytes(Json.writeBytes(DeterminationDocument.build(
                    index.analysis(),
                    change.packed().unpack(),
                    previous.exists() ? previous.first() : timestamp,
                    timestamp)));
            line.write('\n');
        }
        return line.toByteArray();
    }
}
