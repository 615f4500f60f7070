package org.precedent.bench.peers;

import java.io.IOException;
import org.precedent.cli.LoadClient;
import org.precedent.json.Json;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.request.SearchRequest;

/**
 * A running search server that holds the issues of the corpus and answers the same searches as the others.
 */
interface Peer extends AutoCloseable {
    /** Port on loopback. */
    int port();

    /** Seconds of processor time its process has used. */
    double cpuSeconds();

    /** The same search in this server's own language. */
    PeerRequest request(SearchRequest search);

    /** How many issues an answer found. */
    long issues(JsonValue answer);

    /** The answer to a request. */
    default JsonValue send(PeerRequest request) throws IOException {
        try (var client = new LoadClient(port())) {
            return new JsonValue(Json.read(request.send(client), Object.class));
        }
    }

    /** How many issues a search finds. */
    default long issues(SearchRequest search) throws IOException {
        return issues(send(request(search)));
    }

    @Override
    void close();

    /** Starts a server, and fills it unless it holds the corpus. */
    interface Starter {
        Peer start() throws IOException, InterruptedException;
    }
}
