package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.engine.EngineMaintenance;
import org.precedent.json.Json;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterFailure;
import org.precedent.opensearch.cluster.ClusterOptions;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.write.ClusterIndex;
import org.precedent.opensearch.write.CommitLease;
import org.precedent.opensearch.write.DeterminationDocument;
import org.precedent.search.SearchEngine.Unavailable;
import org.precedent.vocabulary.Vocabularies;

/**
 * Maintenance of an index on a cluster: verification, rebuild behind the alias, snapshots.
 */
public final class OpenSearchMaintenance implements EngineMaintenance {
    private static final int PART = 100;
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** Maximum number of findings of one check; a broken index could give one per determination. */
    private static final int MAX_FINDINGS = 20;

    private final ClusterClient client;
    private final ClusterIndex index;

    private OpenSearchMaintenance(ClusterClient client, ClusterIndex index) {
        this.client = client;
        this.index = index;
    }

    /** Maintenance of the index on a cluster. */
    public static OpenSearchMaintenance open(ClusterOptions options, Vocabularies vocabularies) {
        var client = new ClusterClient(options);
        return new OpenSearchMaintenance(client, new ClusterIndex(client, OpenSearchEngine.analysis(vocabularies)));
    }

    /**
     * Checks that a cluster can be searched: it is OpenSearch and has an index of this version.
     *
     * @throws Unavailable if it cannot, saying what is wrong and what to do
     */
    public void requireUsable() {
        index.requireUsable();
    }

    @Override
    public List<String> verify() {
        var wrong = new ArrayList<>(scrub(0));
        if (!wrong.isEmpty()) {
            return wrong;
        }
        var state = IndexState.open(client, index.alias());
        try {
            long issues = 0;
            for (var part = part(state, ""); !part.isEmpty(); part = part(state, last(part))) {
                for (var hit : part) {
                    issues += check(hit, wrong);
                }
            }
            if (issues != state.total().issues() && wrong.isEmpty()) {
                wrong.add(client.options() + ": expected " + issues + " issues of the determinations kept, found "
                        + state.total().issues() + "; run `precedent reindex`");
            }
        } finally {
            state.release();
        }
        return wrong.subList(0, Math.min(MAX_FINDINGS, wrong.size()));
    }

    /** Verifies a stored determination and adds findings to {@code wrong}. Returns its number of issues. */
    private long check(JsonValue hit, List<String> wrong) {
        var id = hit.at("_id").text();
        try {
            var determination = DeterminationDocument.read(hit.at("_source"));
            var kept = hit.at("_source", "content").text();
            if (!DeterminationDocument.content(determination).equals(kept)
                    || !determination.id().equals(id)) {
                wrong.add(damaged(id, "its digest differs"));
            }
            return determination.issues().size();
        } catch (Json.NotJson | IllegalArgumentException e) {
            wrong.add(damaged(id, "it cannot be read"));
            return 0;
        }
    }

    private String damaged(String id, String why) {
        return client.options() + ": the determination " + id + " is damaged: " + why
                + "; restore a snapshot, or remove it and ingest its file again";
    }

    @Override
    public List<String> scrub(double megabytesPerSecond) {
        try {
            index.requireUsable();
            var health = client.request("GET", "/_cluster/health/" + index.alias(), null);
            return health.at("status").text().equals("red")
                    ? List.of(client.options() + ": parts of the index are missing ("
                            + health.at("unassigned_shards").number()
                            + " shards); start the nodes that hold them, or restore a snapshot")
                    : List.of();
        } catch (Unavailable | ClusterFailure e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<JsonValue> part(IndexState state, String after) {
        var body = object(
                "size",
                PART,
                "track_total_hits",
                false,
                "sort",
                List.of(object("id", "asc")),
                "_source",
                List.of("content", "whole", "first", "changed"));
        if (!after.isEmpty()) {
            body.put("search_after", List.of(after));
        }
        return state.search(body, false).at("hits", "hits").list();
    }

    private static String last(List<JsonValue> part) {
        return part.getLast().at("_id").text();
    }

    @Override
    public long determinationCount() {
        return client.find("/" + index.alias() + "/_count")
                .map(found -> found.at("count").number())
                .orElse(0L);
    }

    @Override
    public long reindex(Function<Determination, Optional<Determination>> rewrite) {
        index.requireVersion();
        var from = index.current()
                .orElseThrow(() -> new Unavailable(client.options() + ": holds no index \"" + index.alias()
                        + "\" to rebuild; run `precedent ingest` with the same options"));
        var to = ClusterIndex.successorName(from);
        var lease = CommitLease.take(client);
        try {
            // left behind by a rebuild that was killed
            client.find("/" + to + "/_settings").ifPresent(left -> client.request("DELETE", "/" + to, null));
            index.refresh(from);
            index.create(to, false);
            long kept = copy(to, rewrite, lease);
            index.refresh(to);
            requireCount(to, kept);
            index.swap(from, to);
            return kept;
        } finally {
            lease.release();
        }
    }

    private long copy(String to, Function<Determination, Optional<Determination>> rewrite, CommitLease lease) {
        var state = IndexState.open(client, index.alias());
        try {
            long timestamp = lease.nextTimestamp(0, state.newest().orElse(0L));
            long kept = 0;
            for (var part = part(state, ""); !part.isEmpty(); part = part(state, last(part))) {
                lease.renew(timestamp);
                kept += write(to, part, rewrite);
            }
            return kept;
        } finally {
            state.release();
        }
    }

    private long write(String to, List<JsonValue> part, Function<Determination, Optional<Determination>> rewrite) {
        var lines = new ByteArrayOutputStream();
        long kept = 0;
        for (var hit : part) {
            var source = hit.at("_source");
            var determination = rewrite.apply(DeterminationDocument.read(source));
            if (determination.isPresent()) {
                var document = DeterminationDocument.build(
                        index.analysis(),
                        determination.get(),
                        source.at("first").number(),
                        source.at("changed").number());
                lines.writeBytes(Json.writeBytes(
                        Map.of("index", object("_id", determination.get().id()))));
                lines.write('\n');
                lines.writeBytes(Json.writeBytes(document));
                lines.write('\n');
                kept++;
            }
        }
        if (kept > 0
                && client.requestLines("/" + to + "/_bulk", lines.toByteArray())
                        .at("errors")
                        .isTrue()) {
            throw new Unavailable(client.options() + ": did not store a part of the rebuilt index \"" + to
                    + "\"; the old index stays in use; run the command again");
        }
        return kept;
    }

    private void requireCount(String to, long kept) {
        long found =
                client.request("GET", "/" + to + "/_count", null).at("count").number();
        if (found != kept) {
            throw new Unavailable(client.options() + ": expected " + kept + " determinations in the rebuilt index \""
                    + to + "\", found " + found + "; the old index stays in use; run `precedent verify`");
        }
    }

    /**
     * Takes a snapshot of the index into a repository of shared files.
     *
     * @param folder folder of the repository, as every node sees it; below {@code path.repo} of all nodes
     * @throws Unavailable when it is not, or the snapshot is incomplete
     */
    public void backup(Path folder) {
        var name = index.requireUsable();
        var repository = "/_snapshot/" + index.alias() + "-backup";
        try {
            client.request(
                    "PUT",
                    repository,
                    object(
                            "type",
                            "fs",
                            "settings",
                            object("location", folder.toAbsolutePath().toString())));
        } catch (ClusterFailure e) {
            throw new Unavailable(
                    client.options() + ": cannot store a snapshot in " + folder.toAbsolutePath() + " (" + e.getMessage()
                            + "); choose a folder that all nodes share and that path.repo in opensearch.yml lists",
                    e);
        }
        try {
            client.request("PUT", repository + "/snapshot", object("indices", name, "include_global_state", false));
            awaitSnapshot(repository + "/snapshot");
        } finally {
            client.request("DELETE", repository, null);
        }
    }

    private void awaitSnapshot(String snapshot) {
        while (true) {
            var state = client.request("GET", snapshot, null)
                    .at("snapshots")
                    .list()
                    .getFirst()
                    .at("state")
                    .text();
            if (state.equals("SUCCESS")) {
                return;
            }
            if (!state.equals("IN_PROGRESS")) {
                throw new Unavailable(client.options() + ": the snapshot ended in state " + state
                        + " and must not be relied on; check the log of the nodes");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("interrupted while the snapshot was written", e);
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
