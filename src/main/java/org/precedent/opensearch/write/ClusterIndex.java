package org.precedent.opensearch.write;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterFailure;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.SearchEngine.Unavailable;
import org.precedent.text.TextAnalysis;

/**
 * The index behind the alias: {@code precedent} points to {@code precedent-000001} until a rebuilt index replaces it.
 *
 * @param client client of the cluster
 * @param analysis whose fingerprint the index must have
 */
public record ClusterIndex(ClusterClient client, TextAnalysis analysis) {
    private static final int OLDEST_VERSION = 3;
    private static final String EXISTS = "resource_already_exists_exception";
    private static final Pattern NUMBERED = Pattern.compile(".*-([0-9]{6})");

    public String alias() {
        return client.options().alias();
    }

    /**
     * Checks that the server is OpenSearch and not too old.
     *
     * @throws Unavailable if it is not, saying what was found
     */
    public void requireVersion() {
        var version = root().at("version");
        var number = version.at("number").text();
        boolean isNewEnough =
                number.matches("[0-9]+\\..*") && Integer.parseInt(number.replaceFirst("\\..*", "")) >= OLDEST_VERSION;
        if (!version.at("distribution").text().equals("opensearch") || !isNewEnough) {
            throw new Unavailable(client.options() + ": expected OpenSearch " + OLDEST_VERSION + " or newer, found "
                    + (number.isEmpty()
                            ? "no search server"
                            : "version " + number + " "
                                    + version.at("distribution").text())
                    + "; give its nodes with --opensearch-url");
        }
    }

    private JsonValue root() {
        try {
            return client.request("GET", "/", null);
        } catch (ClusterFailure e) {
            throw new Unavailable(
                    client.options() + ": expected OpenSearch " + OLDEST_VERSION
                            + " or newer, found a server that answers " + e.status()
                            + "; give the nodes with --opensearch-url: https:// if they speak TLS",
                    e);
        }
    }

    /** The index behind the alias; empty when there is none. */
    public Optional<String> current() {
        return client.find("/_alias/" + alias())
                .flatMap(found -> found.members().keySet().stream().findFirst());
    }

    /**
     * The index behind the alias, with the mapping of this version.
     *
     * @throws Unavailable when there is none, or one that must be rebuilt
     */
    public String requireUsable() {
        requireVersion();
        var index = current()
                .orElseThrow(() -> new Unavailable(client.options() + ": holds no index \"" + alias()
                        + "\"; run `precedent ingest` with the same options, or give another name with"
                        + " --opensearch-alias"));
        requireSchema(index);
        return index;
    }

    /** The index behind the alias, with the mapping of this version; created if there is none. */
    public String openOrCreate() {
        requireVersion();
        if (current().isEmpty()) {
            create(alias() + "-000001", true);
        }
        return requireUsable();
    }

    private void requireSchema(String index) {
        var found = client.request("GET", "/" + index + "/_mapping", null)
                .at(index, "mappings", "_meta", "schema")
                .text();
        if (!found.equals(IndexMapping.fingerprint(analysis))) {
            throw new Unavailable(client.options() + ": the index \"" + index
                    + "\" was written by another version; run `precedent reindex` with the same options");
        }
    }

    /** The name of the index that replaces the given one. */
    public static String successorName(String index) {
        var matcher = NUMBERED.matcher(index);
        if (!matcher.matches()) {
            return index + "-000001";
        }
        int number = Integer.parseInt(matcher.group(1)) + 1;
        return index.substring(0, index.length() - 6) + String.format(java.util.Locale.ROOT, "%06d", number);
    }

    /** Creates an empty index. With {@code underAlias}, one that another machine has just created is accepted. */
    public void create(String index, boolean underAlias) {
        var body = IndexMapping.body(analysis, client.options().shards(), replicas());
        if (underAlias) {
            body.put("aliases", object(alias(), Map.of()));
        }
        try {
            client.request("PUT", "/" + index, body);
        } catch (ClusterFailure e) {
            if (!e.type().equals(EXISTS) || !underAlias) {
                throw e;
            }
        }
        client.request("GET", "/_cluster/health/" + index + "?wait_for_status=yellow&timeout=30s", null);
    }

    /** Number of replicas: 1 if there is a second node to hold it, otherwise 0. */
    private int replicas() {
        return client.request("GET", "/_cluster/health", null)
                                .at("number_of_data_nodes")
                                .number()
                        > 1
                ? 1
                : 0;
    }

    /** Atomically points the alias to another index and deletes the old one. */
    public void swap(String from, String to) {
        client.request(
                "POST",
                "/_aliases",
                object(
                        "actions",
                        List.of(
                                object("add", object("index", to, "alias", alias())),
                                object("remove_index", object("index", from)))));
    }

    /** Makes all writes visible to searches. */
    public void refresh(String index) {
        var shards = client.request("POST", "/" + index + "/_refresh", null).at("_shards");
        if (shards.at("failed").number() > 0) {
            throw new Unavailable(client.options() + ": " + shards.at("failed").number()
                    + " shards did not show what was written; it is stored and will appear when the nodes are back");
        }
    }
}
