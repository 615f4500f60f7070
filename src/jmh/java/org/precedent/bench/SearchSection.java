package org.precedent.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * The in-process cost of searches, and the memory they retain; covers performance goals G1, G6, and G11.
 */
final class SearchSection {
    /** The ratio of searches run once to searches repeated. */
    private static final int OTHERS = 5;

    private final BenchCorpus corpus;
    private final BenchOptions options;

    SearchSection(BenchCorpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    List<Table> run() throws IOException {
        var tables = new ArrayList<Table>();
        double before = liveMegabytes();
        try (var product = options.index(corpus).open()) {
            var overview = product.searching().engine().overview();
            var stream = options.stream(corpus, overview.facets());
            var bench = new SearchBench(stream, options.rounds());
            var floor = options.cluster().isPresent() ? Map.<QueryClass, Samples>of() : floor(bench);
            var costs =
                    bench.warm(q -> product.search(q.request()), options.warm()).run(q -> product.search(q.request()));
            var title = corpus.size() + " letters, " + overview.total().issues() + " issues, " + stream.size()
                    + " searches × " + options.rounds() + ", in process"
                    + options.cluster()
                            .map(c -> " (CPU without that of the cluster " + c + ")")
                            .orElse("");
            tables.add(new SearchReport(costs, floor).table(title));
            tables.add(askedFirst(product, overview.facets(), stream));
            double heap = liveMegabytes() - before;
            tables.add(new Table("Live heap of the engine after the stream", "issues", "MB", "goal MB")
                    .row(
                            overview.total().issues(),
                            heap,
                            60 + 60.0 * overview.total().issues() / (1 << 20)));
        }
        return tables;
    }

    private Map<QueryClass, Samples> floor(SearchBench bench) throws IOException {
        try (var bare = BareLucene.below(corpus.index())) {
            return bench.warm(q -> bare.top(q.floor()), options.warm() / 2).run(q -> bare.top(q.floor()));
        }
    }

    /** The cost of searches that have not been run before, though some of their words may have been. */
    private Table askedFirst(Product product, Map<Facet, List<FacetCount>> facets, List<BenchQuery> asked) {
        var known = asked.stream().map(BenchQuery::request).collect(Collectors.toSet());
        var others = new BenchOptions(
                options.seed() + 1,
                options.each() * OTHERS,
                options.rounds(),
                options.warm(),
                options.port(),
                options.only(),
                options.cluster());
        var stream = others.stream(corpus, facets).stream()
                .filter(q -> known.add(q.request()))
                .toList();
        var costs = new SearchBench(stream, 1).run(q -> product.search(q.request()));
        return new SearchReport(costs, Map.of()).table(stream.size() + " searches asked for the first time");
    }

    private static double liveMegabytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }
}
