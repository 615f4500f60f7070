package org.precedent.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.opensearch.cluster.ClusterOptions;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * How much is measured.
 *
 * @param seed of the words that are searched
 * @param each searches a class
 * @param rounds how often the stream is run
 * @param warm seconds of running it before
 * @param port for the server
 * @param only the classes of searches
 * @param cluster that keeps the index; empty for the embedded engine
 */
record BenchOptions(
        long seed, int each, int rounds, int warm, int port, Set<QueryClass> only, Optional<ClusterOptions> cluster) {
    BenchOptions {
        only = Set.copyOf(only);
    }

    /** The index of a corpus. */
    BenchIndex index(BenchCorpus corpus) {
        return BenchIndex.of(corpus.index(), cluster);
    }

    /** The stream of searches over a corpus whose index has these facet values. */
    List<BenchQuery> stream(BenchCorpus corpus, Map<Facet, List<FacetCount>> facets) {
        return QueryStream.of(corpus.letters(), facets, each, seed).stream()
                .filter(q -> only.contains(q.kind()))
                .toList();
    }
}
