package org.precedent.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What searches cost in this process, and what they keep in memory: G1, G6, G11.
 */
final class SearchSection {
    private final Corpus corpus;
    private final BenchOptions options;

    SearchSection(Corpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    List<Table> run() throws IOException {
        var tables = new ArrayList<Table>();
        double before = liveMegabytes();
        try (var product = Product.open(corpus.index());
                var bare = BareLucene.below(corpus.index())) {
            var overview = product.searching().engine().overview();
            var stream = options.stream(corpus, overview.facets());
            var bench = new SearchBench(stream, options.rounds());
            var floor = bench.warm(q -> bare.top(q.floor()), options.warm() / 2).run(q -> bare.top(q.floor()));
            var costs =
                    bench.warm(q -> product.search(q.request()), options.warm()).run(q -> product.search(q.request()));
            var title = corpus.size() + " letters, " + overview.total().issues() + " issues, " + bare.segments()
                    + " segments, " + stream.size() + " searches × " + options.rounds() + ", in process";
            tables.add(new SearchReport(costs, floor).table(title));
            double heap = liveMegabytes() - before;
            tables.add(new Table("Live heap of the engine after the stream", "issues", "MB", "goal MB")
                    .row(
                            overview.total().issues(),
                            heap,
                            60 + 60.0 * overview.total().issues() / (1 << 20)));
        }
        return tables;
    }

    private static double liveMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }
}
