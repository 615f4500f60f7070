package org.precedent.bench.peers;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.precedent.bench.Parallel;
import org.precedent.bench.Samples;
import org.precedent.cli.LoadClient;

/**
 * What clients observed of a server that answered a list of requests.
 *
 * @param wall times of all requests
 * @param seconds total duration
 * @param cpu milliseconds of CPU time of the server process per request
 * @param kilobytes mean size of a response
 */
record PeerLoad(Samples wall, double seconds, double cpu, double kilobytes) {
    private static final int WARMING_CLIENTS = 2;

    /** The clients divide the requests among them, so that each is sent once. */
    static PeerLoad ask(Peer peer, int clients, List<PeerRequest> requests) throws InterruptedException {
        var next = new AtomicInteger();
        var wall = new long[requests.size()];
        var size = new AtomicLong();
        double before = peer.cpuSeconds();
        double seconds = Parallel.seconds(clients, n -> () -> {
            try (var client = new LoadClient(peer.port())) {
                for (int i = next.getAndIncrement(); i < wall.length; i = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    var answer = requests.get(i).send(client);
                    wall[i] = System.nanoTime() - start;
                    size.addAndGet(answer.length());
                }
            }
            return null;
        });
        double cpu = (peer.cpuSeconds() - before) * 1e3 / wall.length;
        return new PeerLoad(new Samples(new long[0], wall, 0, 0), seconds, cpu, size.get() / 1024.0 / wall.length);
    }

    /** Sends {@code count} requests, cycling through the list, to let the server's JIT compiler settle. */
    static void warm(Peer peer, List<PeerRequest> requests, int count) throws InterruptedException {
        ask(
                peer,
                WARMING_CLIENTS,
                IntStream.range(0, count)
                        .mapToObj(i -> requests.get(i % requests.size()))
                        .toList());
    }

    /** Requests per second. */
    double rate() {
        return wall.runs() / seconds;
    }
}
