package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.object;
import static org.precedent.opensearch.cluster.QueryJson.term;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precedent.determination.Determination;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.write.BulkRequest;
import org.precedent.opensearch.write.ClusterIndex;
import org.precedent.opensearch.write.CommitLease;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.opensearch.write.DocumentChange;
import org.precedent.opensearch.write.StoredDocument;
import org.precedent.search.LetterWriter;
import org.precedent.text.TextAnalysis;

/**
 * Writes determinations into the index of a cluster. Changes are held in memory until the commit, which needs a lease, so that several
 * machines can ingest at the same time. An interrupted commit leaves complete determinations; running the same ingest again writes the
 * rest.
 */
public final class OpenSearchWriter implements LetterWriter {
    private final ClusterClient client;
    private final ClusterIndex index;

    private final InstantSource clock;
    private final Runnable committed;
    private final Map<String, DocumentChange> pending = new LinkedHashMap<>();
    private final Set<String> pendingDigests = new HashSet<>();

    private OpenSearchWriter(ClusterClient client, ClusterIndex index, InstantSource clock, Runnable committed) {
        this.client = client;
        this.index = index;
        this.clock = clock;
        this.committed = committed;
    }

    static OpenSearchWriter open(ClusterClient client, TextAnalysis analysis, InstantSource clock, Runnable committed) {
        var index = new ClusterIndex(client, analysis);
        index.openOrCreate();
        return new OpenSearchWriter(client, index, clock, committed);
    }

    @Override
    public boolean contains(String sha256) {
        if (pendingDigests.contains(sha256)) {
            return true;
        }
        var found = client.request(
                "POST",
                "/" + index.alias() + "/_search?allow_partial_search_results=false",
                object("size", 1, "query", term("sha", sha256), "_source", false, "track_total_hits", false));
        return found.at("hits", "hits").list().stream()
                .anyMatch(hit -> !pending.containsKey(hit.at("_id").text()));
    }

    @Override
    public Put put(Determination determination) {
        var content = DeterminationDocument.content(determination);
        var known = pending.get(determination.id());
        var previous = known == null ? StoredDocument.of(client, index.alias(), determination.id()) : known.previous();
        var before = known == null ? previous.content() : known.content();
        if (before.equals(content)) {
            return Put.UNCHANGED;
        }
        pending.put(determination.id(), DocumentChange.write(determination, content, previous));
        pendingDigests.remove(known == null ? previous.sha() : known.sha());
        pendingDigests.add(determination.origin().sha256());
        return before.isEmpty() ? Put.INDEXED : Put.REPLACED;
    }

    @Override
    public boolean remove(String id) {
        var known = pending.get(id);
        var previous = known == null ? StoredDocument.of(client, index.alias(), id) : known.previous();
        if (known != null) {
            pendingDigests.remove(known.sha());
        }
        if (previous.exists()) {
            pending.put(id, DocumentChange.removal(id, previous));
        } else {
            pending.remove(id);
        }
        return previous.exists() || (known != null && !known.content().isEmpty());
    }

    @Override
    public void commit() {
        if (pending.isEmpty()) {
            return;
        }
        var lease = CommitLease.take(client);
        try {
            long timestamp = lease.nextTimestamp(clock.millis(), newest());
            new BulkRequest(client, index, lease, timestamp).write(List.copyOf(pending.values()));
            index.refresh(index.alias());
        } finally {
            lease.release();
        }
        pending.clear();
        pendingDigests.clear();
        committed.run();
    }

    /** Time of the last change that is visible to searches, in milliseconds since 1970. */
    private long newest() {
        return client.request(
                        "POST",
                        "/" + index.alias() + "/_search?allow_partial_search_results=false",
                        object("size", 0, "aggs", object("changed", object("max", object("field", "changed")))))
                .at("aggregations", "changed", "value")
                .number();
    }

    @Override
    public void close() {
        pending.clear();
        pendingDigests.clear();
    }
}
