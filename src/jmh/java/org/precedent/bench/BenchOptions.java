package org.precedent.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.opensearch.cluster.ClusterOptions;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * Settings of a benchmark run.
 *
 * @param seed for choosing search words
 * @param each number of searches per class
 * @param rounds how often the stream is run
 * @param warm seconds of warm-up
 * @param port for the server
 * @param only the classes of searches to run
 * @param cluster that holds the index; empty for the embedded engine
 */
record BenchOptions(
        long seed, int each, int rounds, int warm, int port, Set<QueryClass> only, Optional<ClusterOptions> cluster) {
    BenchOptions {
        only = Set.copyOf(only);
    }

    /** The index for a corpus. */
    BenchIndex index(BenchCorpus corpus) {
        return BenchIndex.of(corpus.index(), cluster);
    }

    /** The stream of searches for a corpus whose index has these facet values. */
    List<BenchQuery> stream(BenchCorpus corpus, Map<Facet, List<FacetCount>> facets) {
        return QueryStream.of(corpus.letters(), facets, each, seed).stream()
                .filter(q -> only.contains(q.kind()))
                .toList();
    }
}
