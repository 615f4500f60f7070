package org.precedent.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.precedent.bench.AnswerForm;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.search.request.SearchRequest;

/**
 * Solr with one of the two schemas under {@code src/jmh/peers/solr/home}: {@code tuned} or {@code usual}.
 */
final class SolrPeer implements Peer {
    private static final Path JARS = Path.of("target/solr/lib");
    private static final Path SOURCES = Path.of("src/jmh/peers/solr");

    private final ChildServer server;
    private final String core;
    private final int port;

    private final AnswerForm form;

    private SolrPeer(ChildServer server, String core, int port, AnswerForm form) {
        this.form = form;
        this.server = server;
        this.core = core;
        this.port = port;
    }

    /** Starts Solr on a copy of that schema, and fills its index if that is empty. */
    static SolrPeer start(String core, Path folder, int port, IssueRecords issues, AnswerForm form) throws IOException {
        var home = folder.resolve("solr-" + core);
        copy(SOURCES.resolve("home/solr.xml"), home.resolve("solr.xml"));
        for (var file : List.of("core.properties", "conf/schema.xml", "conf/solrconfig.xml")) {
            copy(
                    SOURCES.resolve("home").resolve(core).resolve(file),
                    home.resolve(core).resolve(file));
        }
        var server = ChildServer.start(
                JARS, SOURCES.resolve("SolrNode.java"), List.of(home.toString(), Integer.toString(port)));
        var peer = new SolrPeer(server, core, port, form);
        if (peer.issues(SearchRequest.EVERYTHING) == 0) {
            PeerFilling.send(port, issues, batch -> PeerRequest.post(peer.path("update"), batch));
            peer.send(PeerRequest.post(peer.path("update?commit=true"), List.of()));
        }
        return peer;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private String path(String handler) {
        return "/solr/" + core + "/" + handler;
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
        return PeerRequest.post(path("query"), SolrSearch.body(search, form));
    }

    @Override
    public long issues(JsonValue answer) {
        return switch (form) {
            case ISSUES -> answer.at("response", "numFound").number();
            case DETERMINATIONS ->
                answer.at("grouped", IssueRecords.DETERMINATION, "matches").number();
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
