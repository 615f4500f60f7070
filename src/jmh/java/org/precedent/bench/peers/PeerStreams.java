package org.precedent.bench.peers;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.precedent.bench.BenchCorpus;
import org.precedent.bench.BenchQuery;
import org.precedent.bench.QueryStream;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.request.SearchRequest;

/**
 * The searches sent to every server, in the same order.
 *
 * @param earlier warm-up searches, none of which occurs in the other streams
 * @param day searches of different users, each sent once, by one client
 * @param busy more such searches, sent by several clients at once
 * @param repeated a few searches over and over
 */
record PeerStreams(List<BenchQuery> earlier, List<BenchQuery> day, List<BenchQuery> busy, List<BenchQuery> repeated) {
    private static final int EARLIER_DAYS = 15;
    private static final int REPEATED = 4;

    /**
     * Draws the streams from the words of a corpus.
     *
     * @param each number of searches per class in {@code day} and {@code busy}
     * @param rounds of {@code repeated}
     */
    static PeerStreams of(BenchCorpus corpus, Map<Facet, List<FacetCount>> facets, int each, int rounds, long seed) {
        var known = new HashSet<SearchRequest>();
        var day = QueryStream.shuffled(QueryStream.unasked(draw(corpus, facets, each, seed), known));
        var busy = QueryStream.shuffled(QueryStream.unasked(draw(corpus, facets, each, seed + 1), known));
        var earlier =
                QueryStream.shuffled(QueryStream.unasked(draw(corpus, facets, each * EARLIER_DAYS, seed + 2), known));
        var few = QueryStream.unasked(draw(corpus, facets, REPEATED, seed + 3), new HashSet<>());
        var repeated =
                Stream.generate(() -> few).limit(rounds).flatMap(List::stream).toList();
        return new PeerStreams(earlier, day, busy, QueryStream.shuffled(repeated));
    }

    private static List<BenchQuery> draw(BenchCorpus corpus, Map<Facet, List<FacetCount>> facets, int each, long seed) {
        return QueryStream.of(corpus.letters(), facets, each, seed).stream()
                .filter(q -> q.kind().isInGoals())
                .toList();
    }
}
