package org.precedent.bench.peers;

import java.io.IOException;
import org.precedent.cli.LoadClient;
import org.precedent.json.Json;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.request.SearchRequest;

/**
 * A running search server with the issues of the corpus, which answers the same searches as the other servers.
 */
interface Peer extends AutoCloseable {
    /** Port on the loopback interface. */
    int port();

    /** CPU time its process has used, in seconds. */
    double cpuSeconds();

    /** Translates a search into this server's request format. */
    PeerRequest request(SearchRequest search);

    /** The number of issues found, from an answer. */
    long issues(JsonValue answer);

    /** Sends a request and returns its answer. */
    default JsonValue send(PeerRequest request) throws IOException {
        try (var client = new LoadClient(port())) {
            return new JsonValue(Json.read(request.send(client), Object.class));
        }
    }

    /** The number of issues a search finds. */
    default long issues(SearchRequest search) throws IOException {
        return issues(send(request(search)));
    }

    @Override
    void close();

    /** Starts a server, and fills it if it does not have the corpus yet. */
    interface Starter {
        Peer start() throws IOException, InterruptedException;
    }
}
