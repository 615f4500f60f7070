package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.matchAll;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.precedent.json.Json;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.SearchEngine.TimedOut;
import org.precedent.search.facet.Total;
import org.precedent.search.request.SearchBudget;

/**
 * One state of the index, held by an OpenSearch point in time, so that all requests of a call see the same determinations. Caches values
 * computed for it.
 */
final class IndexState {
    private static final String KEEP_ALIVE = "5m";
    private static final int SEARCH_SECONDS = 20;

    /** When the cluster cancels a search: a little later than its own timeout, which it only checks between two parts of the search. */
    private static final String LIMIT = SEARCH_SECONDS + 2 + "s";

    private static final String SEARCHING =
            "/_search?allow_partial_search_results=false&cancel_after_time_interval=" + LIMIT;

    /** Maximum number of cached values; when it is reached, the cache is cleared. */
    private static final int MAX_CACHED = 20_000;

    private final ClusterClient client;
    private final String pointInTime;
    private final String generation;
    private final Total total;
    private final Optional<Long> newest;
    private final Map<Object, Object> cached = new ConcurrentHashMap<>();
    private final AtomicInteger users = new AtomicInteger(1);

    private IndexState(ClusterClient client, String pointInTime) {
        this.client = client;
        this.pointInTime = pointInTime;
        var figures = search(figuresBody(), false);
        this.generation = generation(figures);
        this.total = new Total(
                figures.at("aggregations", "issues", "doc_count").number(),
                figures.at("hits", "total", "value").number());
        var changed = figures.at("aggregations", "changed", "value");
        this.newest = changed.isPresent() ? Optional.of(changed.number()) : Optional.empty();
    }

    /** Opens the current state of an index. */
    static IndexState open(ClusterClient client, String index) {
        var opened = client.request(
                "POST",
                "/" + index + "/_search/point_in_time?allow_partial_pit_creation=false&keep_alive=" + KEEP_ALIVE,
                null);
        return new IndexState(client, opened.at("pit_id").text());
    }

    /**
     * Request body for the figures that identify a generation. Any change increases a sequence number, the number of documents or the time
     * of the last change.
     */
    static Map<String, Object> figuresBody() {
        return object(
                "size",
                0,
                "track_total_hits",
                true,
                "aggs",
                object(
                        "changed",
                        object("max", object("field", "changed")),
                        "operations",
                        object("sum", object("field", "_seq_no")),
                        "index",
                        object("terms", object("field", "_index")),
                        "issues",
                        object("nested", object("path", ISSUES))));
    }

    /** The generation identified by the response to {@link #figuresBody}. */
    static String generation(JsonValue figures) {
        var index = figures.at("aggregations", "index", "buckets").list().stream()
                .map(bucket -> bucket.at("key").text())
                .collect(Collectors.joining("+"));
        return index + "-" + figures.at("hits", "total", "value").number() + "-"
                + figures.at("aggregations", "changed", "value").number() + "-"
                + figures.at("aggregations", "operations", "value").number();
    }

    String generation() {
        return generation;
    }

    /** All issues and determinations in the index. */
    Total total() {
        return total;
    }

    /** When a determination was last added or changed, in milliseconds since 1970; empty for an empty index. */
    Optional<Long> newest() {
        return newest;
    }

    /**
     * Runs a search.
     *
     * @param scored whether scores must be comparable across shards, which takes an extra round to collect term statistics
     * @throws TimedOut when it takes too long
     */
    JsonValue search(Map<String, Object> body, boolean scored) {
        SearchBudget.current().ifPresent(SearchBudget::check);
        return complete(client.request("POST", SEARCHING + type(scored, "&"), bounded(body)));
    }

    /**
     * Runs several searches in one request.
     *
     * @param scored as for {@link #search}
     */
    List<JsonValue> searchAll(List<Map<String, Object>> bodies, boolean scored) {
        SearchBudget.current().ifPresent(SearchBudget::check);
        var lines = new ByteArrayOutputStream();
        for (var body : bodies) {
            var header = object("allow_partial_search_results", false, "cancel_after_time_interval", LIMIT);
            if (scored) {
                header.put("search_type", "dfs_query_then_fetch");
            }
            lines.writeBytes(Json.writeBytes(header));
            lines.write('\n');
            lines.writeBytes(Json.writeBytes(bounded(body)));
            lines.write('\n');
        }
        var answers = new ArrayList<JsonValue>();
        for (var answer : client.requestLines("/_msearch", lines.toByteArray())
                .at("responses")
                .list()) {
            if (answer.at("error").isPresent()) {
                throw client.failure((int) answer.at("status").number(), answer);
            }
            answers.add(complete(answer));
        }
        return answers;
    }

    private static String type(boolean scored, String before) {
        return scored ? before + "search_type=dfs_query_then_fetch" : "";
    }

    private Map<String, Object> bounded(Map<String, Object> body) {
        var bounded =
                object("pit", object("id", pointInTime, "keep_alive", KEEP_ALIVE), "timeout", SEARCH_SECONDS + "s");
        bounded.putAll(body);
        bounded.putIfAbsent("query", matchAll());
        return bounded;
    }

    private static JsonValue complete(JsonValue answer) {
        if (answer.at("timed_out").isTrue()) {
            throw new TimedOut(ClusterClient.TOO_LONG);
        }
        return answer;
    }

    /** A value computed once for this state and cached; concurrent callers may each compute it. */
    @SuppressWarnings("unchecked")
    <T> T computeOnce(Object key, Supplier<T> work) {
        var known = cached.get(key);
        if (known != null) {
            return (T) known;
        }
        var created = work.get();
        if (cached.size() >= MAX_CACHED) {
            cached.clear();
        }
        cached.put(key, created);
        return created;
    }

    /** The cached value for a key; empty when there is none. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> cached(Object key) {
        return Optional.ofNullable((T) cached.get(key));
    }

    /** Adds a reader; false if the state is already closed. */
    boolean acquire() {
        return users.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** Removes a reader; the last one closes the point in time. */
    void release() {
        if (users.decrementAndGet() == 0) {
            try {
                client.request("DELETE", "/_search/point_in_time", object("pit_id", List.of(pointInTime)));
            } catch (RuntimeException e) {
                System.getLogger(IndexState.class.getName())
                        .log(
                                System.Logger.Level.DEBUG,
                                "point in time not closed, it will expire" + " error={0}",
                                e.getClass());
            }
        }
    }
}
