package org.precedent.bench.peers;

import java.io.IOException;
import org.precedent.bench.BenchIndex;
import org.precedent.bench.ServerProcess;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;

/**
 * The product's own JSON search. Words are never interpreted as facet values, because the other servers cannot do that.
 */
final class ProductPeer implements Peer {
    private final ServerProcess server;
    private final int size;

    /**
     * Starts the server.
     *
     * @param size determinations per page; each includes all its matching issues
     */
    ProductPeer(BenchIndex index, int port, int size) throws IOException, InterruptedException {
        this.server = ServerProcess.start(index, port);
        this.size = size;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public double cpuSeconds() {
        return server.cpuSeconds();
    }

    @Override
    public PeerRequest request(SearchRequest search) {
        return PeerRequest.get(SearchUrl.path(
                ".json", search.with(search.paging().withSize(size)).literally()));
    }

    @Override
    public long issues(JsonValue answer) {
        return answer.at("total", "issues").number();
    }

    @Override
    public void close() {
        server.close();
    }
}
