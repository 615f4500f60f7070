package org.precedent.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.precedent.search.request.SearchUrl;

/**
 * What a client observes of a server in a separate process; covers performance goals G2, G3, G4, G11, and G12.
 */
final class HttpSection {
    private static final int CLIENTS = 8;

    private final BenchCorpus corpus;
    private final BenchOptions options;

    HttpSection(BenchCorpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    List<Table> run() throws IOException, InterruptedException {
        List<BenchQuery> stream;
        try (var product = options.index(corpus).open()) {
            var facets = product.searching().engine().overview().facets();
            stream = options.stream(corpus, facets).stream()
                    .filter(q -> q.kind().isInGoals())
                    .toList();
        }
        var tables = new ArrayList<Table>();
        var loads = HttpBench.table("Over HTTP, " + corpus.size() + " letters");
        try (var server = ServerProcess.start(options.index(corpus), options.port())) {
            ask(server, stream, loads);
            tables.add(new Table("The server's process", "what", "measured", "goal")
                    .row("start to first page, s", server.secondsToFirstPage(), "1.8 (1M: 2.8)")
                    .row("live heap after the stream, MB", server.liveHeap(), "60 + 60 bytes an issue"));
        }
        hello(loads);
        tables.addFirst(loads);
        return tables;
    }

    private void ask(ServerProcess server, List<BenchQuery> stream, Table loads) throws InterruptedException {
        for (var ending : List.of(".json", "")) {
            var paths = stream.stream()
                    .map(q -> SearchUrl.path(ending, q.request()))
                    .toList();
            var bench = new HttpBench(server.port(), paths, server::cpuSeconds);
            bench.load(2, options.rounds());
            bench.load(1, options.rounds()).row(loads, "/search" + ending);
            bench.load(CLIENTS, Math.max(1, options.rounds() / 4)).row(loads, "/search" + ending);
        }
    }

    private void hello(Table loads) throws InterruptedException {
        try (var hello = new HelloPage()) {
            var bench = new HttpBench(hello.port(), List.of("/"), () -> 0.0);
            bench.load(CLIENTS, 2_000);
            bench.load(1, 5_000).row(loads, "floor: hello page");
            bench.load(CLIENTS, 2_000).row(loads, "floor: hello page");
        }
    }
}
