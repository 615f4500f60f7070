package org.precedent.bench.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.precedent.bench.BenchQuery;

/**
 * The results of one server for all streams.
 *
 * @param name of the server
 * @param day one client, new searches
 * @param busy several clients, new searches
 * @param again one client, a few searches repeated
 * @param busyAgain several clients, a few searches repeated
 * @param totals issues found by each search of {@code day}, in its order
 */
record PeerFigures(String name, PeerLoad day, PeerLoad busy, PeerLoad again, PeerLoad busyAgain, List<Long> totals) {
    static final int CLIENTS = 8;

    PeerFigures {
        totals = List.copyOf(totals);
    }

    /**
     * Warms up a server and measures all streams.
     *
     * @param warm number of warm-up requests
     */
    static PeerFigures of(String name, Peer peer, PeerStreams streams, int warm)
            throws IOException, InterruptedException {
        PeerLoad.warm(peer, requests(peer, streams.earlier()), warm);
        var day = PeerLoad.ask(peer, 1, requests(peer, streams.day()));
        var busy = PeerLoad.ask(peer, CLIENTS, requests(peer, streams.busy()));
        var repeated = requests(peer, streams.repeated());
        var again = PeerLoad.ask(peer, 1, repeated);
        var busyAgain = PeerLoad.ask(peer, CLIENTS, repeated);
        var totals = new ArrayList<Long>();
        for (var query : streams.day()) {
            totals.add(peer.issues(query.request()));
        }
        return new PeerFigures(name, day, busy, again, busyAgain, totals);
    }

    private static List<PeerRequest> requests(Peer peer, List<BenchQuery> stream) {
        return stream.stream().map(q -> peer.request(q.request())).toList();
    }
}
