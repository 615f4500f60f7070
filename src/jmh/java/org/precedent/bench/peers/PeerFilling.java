package org.precedent.bench.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.precedent.cli.LoadClient;

/**
 * Sends the issues of a corpus to a server in batches of some hundred; issues of one determination stay together.
 */
final class PeerFilling {
    private static final int BATCH = 500;

    private PeerFilling() {}

    /**
     * Sends all issues.
     *
     * @param request converts a batch to the server's format
     */
    static void send(int port, IssueRecords issues, Function<List<Map<String, Object>>, PeerRequest> request)
            throws IOException {
        try (var client = new LoadClient(port);
                var all = issues.all()) {
            var determinations = all.iterator();
            while (determinations.hasNext()) {
                request.apply(next(determinations)).send(client);
            }
        }
    }

    private static List<Map<String, Object>> next(Iterator<List<Map<String, Object>>> determinations) {
        var batch = new ArrayList<Map<String, Object>>(BATCH);
        while (determinations.hasNext() && batch.size() < BATCH) {
            batch.addAll(determinations.next());
        }
        return batch;
    }
}
