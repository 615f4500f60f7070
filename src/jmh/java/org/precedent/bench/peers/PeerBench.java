package org.precedent.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.precedent.bench.AnswerForm;
import org.precedent.bench.BenchCorpus;
import org.precedent.bench.BenchIndex;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the product next to Solr and OpenSearch over HTTP and prints Markdown.
 */
@Command(
        name = "peers",
        description = "Measures the product's JSON search beside Solr and OpenSearch, one after the other.",
        mixinStandardHelpOptions = true)
final class PeerBench implements Callable<Integer> {
    /** Determinations per page of the product; a page of ten shows about as many issues as a peer's answer. */
    private static final int PAGE = 20;

    @Option(names = "--letters", defaultValue = "100000", description = "size of the corpus (default ${DEFAULT-VALUE})")
    private long letters;

    @Option(names = "--seed", defaultValue = "1", description = "which letters and searches (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--each", defaultValue = "30", description = "searches a class and day (default ${DEFAULT-VALUE})")
    private int each;

    @Option(names = "--rounds", defaultValue = "10", description = "of repeated searches (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--warm",
            defaultValue = "10000",
            description = "requests to warm each server with (default ${DEFAULT-VALUE})")
    private int warm;

    @Option(names = "--port", defaultValue = "9150", description = "of the servers (default ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "servers to run, the first is the measure of the others (default all): precedent, precedent-half, solr-tuned, solr-determinations, solr-usual, opensearch, opensearch-determinations")
    private Set<String> only = Set.of();

    @Option(names = "--fill", description = "only fill the indexes that are missing")
    private boolean fill;

    @Option(
            names = "--dir",
            defaultValue = "target/peers",
            description = "where letters and indexes go (default ${DEFAULT-VALUE})")
    private Path dir = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var corpus = BenchCorpus.of(seed, letters, dir);
        var streams = PeerStreams.of(corpus, facets(corpus), each, rounds, seed);
        var figures = new ArrayList<PeerFigures>();
        for (var starter : starters(corpus).entrySet()) {
            if (!only.isEmpty() && !only.contains(starter.getKey())) {
                continue;
            }
            try (var peer = starter.getValue().start()) {
                if (!fill) {
                    figures.add(PeerFigures.of(starter.getKey(), peer, streams, warm));
                }
            }
        }
        if (!fill) {
            var tables = new PeerTables(figures);
            System.out.println(tables.costs("Beside other servers, " + letters + " letters")
                    .text());
            System.out.println(tables.agreement(streams.day()).text());
        }
        return 0;
    }

    private Map<String, Peer.Starter> starters(BenchCorpus corpus) {
        var issues = new IssueRecords(corpus);
        var starters = new LinkedHashMap<String, Peer.Starter>();
        var index = BenchIndex.embedded(corpus.index());
        starters.put("precedent", () -> new ProductPeer(index, port, PAGE));
        starters.put("precedent-half", () -> new ProductPeer(index, port, PAGE / 2));
        starters.put("solr-tuned", () -> SolrPeer.start("tuned", dir, port, issues, AnswerForm.ISSUES));
        starters.put(
                "solr-determinations", () -> SolrPeer.start("tuned", dir, port, issues, AnswerForm.DETERMINATIONS));
        starters.put("solr-usual", () -> SolrPeer.start("usual", dir, port, issues, AnswerForm.ISSUES));
        starters.put("opensearch", () -> OpenSearchPeer.start(dir, port, issues, AnswerForm.ISSUES));
        starters.put(
                "opensearch-determinations", () -> OpenSearchPeer.start(dir, port, issues, AnswerForm.DETERMINATIONS));
        return starters;
    }

    /** The facet values to filter by, from the product's index; ingests the corpus first if there is no index. */
    private static Map<Facet, List<FacetCount>> facets(BenchCorpus corpus) throws IOException {
        boolean isNew = !Files.exists(corpus.index());
        try (var product = BenchIndex.embedded(corpus.index()).open()) {
            if (isNew) {
                product.ingest(corpus.lines());
            }
            return product.searching().engine().overview().facets();
        }
    }

    public static void main(String... args) {
        System.exit(new CommandLine(new PeerBench()).execute(args));
    }
}
