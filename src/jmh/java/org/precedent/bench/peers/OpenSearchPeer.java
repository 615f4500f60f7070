package org.precedent.bench.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.precedent.bench.AnswerForm;
import org.precedent.cli.LoadClient;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.request.SearchRequest;

/**
 * A single OpenSearch node, started as in the product's tests, with an index of one document per issue.
 */
final class OpenSearchPeer implements Peer {
    private static final Path JARS = Path.of("target/opensearch/lib");
    private static final Path SOURCE = Path.of("src/opensearch/server/ClusterNode.java");
    private static final String INDEX = "/issues";
    private static final int TRANSPORT_DISTANCE = 100;

    private final ChildServer server;
    private final int port;

    private final AnswerForm form;

    private OpenSearchPeer(ChildServer server, int port, AnswerForm form) {
        this.form = form;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the node, and fills its index if that is empty.
     *
     * @param port below 9,200, as the test runner requires; the transport port is a hundred higher
     */
    static OpenSearchPeer start(Path folder, int port, IssueRecords issues, AnswerForm form) throws IOException {
        var transport = Integer.toString(port + TRANSPORT_DISTANCE);
        var node = folder.resolve("opensearch").toAbsolutePath().toString();
        var server =
                ChildServer.start(JARS, SOURCE, List.of(node, "peer", Integer.toString(port), transport, transport));
        var peer = new OpenSearchPeer(server, port, form);
        if (peer.isNew()) {
            peer.create();
            PeerFilling.send(port, issues, OpenSearchPeer::bulk);
            peer.send(PeerRequest.post(INDEX + "/_flush", Map.of()));
            peer.send(PeerRequest.post(INDEX + "/_refresh", Map.of()));
        }
        peer.send(PeerRequest.get("/_cluster/health" + INDEX + "?wait_for_status=green&timeout=60s"));
        return peer;
    }

    private boolean isNew() throws IOException {
        try (var client = new LoadClient(port)) {
            return client.get(INDEX).status() != 200;
        }
    }

    private void create() throws IOException {
        try (var mapping = OpenSearchPeer.class.getResourceAsStream("opensearch.json");
                var client = new LoadClient(port)) {
            if (mapping == null) {
                throw new IOException("opensearch.json: not on the class path");
            }
            var answer = client.send("PUT", INDEX, "application/json", mapping.readAllBytes());
            if (answer.status() != 200) {
                throw new IOException(INDEX + ": expected 200, got " + answer.status() + ": " + answer.body());
            }
        }
    }

    private static PeerRequest bulk(List<Map<String, Object>> batch) {
        return PeerRequest.lines(
                INDEX + "/_bulk",
                batch.stream()
                        .flatMap(record ->
                                Stream.of(Map.of("index", Map.of("_id", String.valueOf(record.get("id")))), record))
                        .toList());
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public double cpuSeconds() {
        return server.cpuSeconds();
    }

    @Override
    public PeerRequest request(SearchRequest search) {
        return PeerRequest.post(INDEX + "/_search", OpenSearchSearch.body(search, form));
    }

    @Override
    public long issues(JsonValue answer) {
        return answer.at("hits", "total", "value").number();
    }

    @Override
    public void close() {
        server.close();
    }
}
