package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.precedent.cli.LoadClient;

/**
 * Sends the stream of searches to a server over HTTP.
 */
final class HttpBench {
    private final int port;
    private final List<String> paths;
    private final Supplier<Double> serverCpuSeconds;

    /**
     * Prepares requests for these paths.
     *
     * @param serverCpuSeconds supplies the CPU time the server has used so far, in seconds
     */
    HttpBench(int port, List<String> paths, Supplier<Double> serverCpuSeconds) {
        this.port = port;
        this.paths = List.copyOf(paths);
        this.serverCpuSeconds = serverCpuSeconds;
    }

    /**
     * What clients observed.
     *
     * @param clients number of concurrent clients
     * @param wall nanoseconds per request, in ascending order
     * @param seconds total duration
     * @param serverCpu milliseconds of server CPU time per request
     * @param failed number of responses with a status other than 200
     */
    record Load(int clients, Samples wall, double seconds, double serverCpu, long failed) {
        double rate() {
            return wall.runs() / seconds;
        }

        void row(Table table, String what) {
            table.row(
                    what,
                    clients,
                    wall.runs(),
                    wall.meanWall(),
                    wall.wall(0.5),
                    wall.wall(0.95),
                    wall.wall(0.99),
                    serverCpu,
                    rate(),
                    failed);
        }
    }

    static Table table(String title) {
        return new Table(
                title,
                "what",
                "clients",
                "requests",
                "mean ms",
                "p50",
                "p95",
                "p99",
                "server CPU ms/request",
                "requests/s",
                "not 200");
    }

    /** Every client requests all paths a number of times, each client in its own order. */
    Load load(int clients, int rounds) throws InterruptedException {
        var walls = new long[clients][];
        var failed = new long[clients];
        double cpu = serverCpuSeconds.get();
        double seconds = Parallel.seconds(clients, n -> () -> {
            walls[n] = ask(n, rounds, failed);
            return null;
        });
        double spent = serverCpuSeconds.get() - cpu;
        var all = java.util.Arrays.stream(walls)
                .flatMapToLong(java.util.Arrays::stream)
                .toArray();
        long failures = java.util.Arrays.stream(failed).sum();
        return new Load(
                clients, new Samples(new long[0], all, 0, 0), seconds, spent * 1e3 / Math.max(1, all.length), failures);
    }

    /** The clients divide the paths among them, so that each path is requested once. */
    Load once(int clients) throws InterruptedException {
        var next = new AtomicInteger();
        var walls = new long[paths.size()];
        var failed = new AtomicLong();
        double cpu = serverCpuSeconds.get();
        double seconds = Parallel.seconds(clients, n -> () -> {
            try (var client = new LoadClient(port)) {
                for (int i = next.getAndIncrement(); i < walls.length; i = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    failed.addAndGet(client.get(paths.get(i)).status() == 200 ? 0 : 1);
                    walls[i] = System.nanoTime() - start;
                }
            }
            return null;
        });
        double spent = serverCpuSeconds.get() - cpu;
        return new Load(
                clients,
                new Samples(new long[0], walls, 0, 0),
                seconds,
                spent * 1e3 / Math.max(1, walls.length),
                failed.get());
    }

    /** One client requests all paths in a loop while a condition holds. */
    Load during(BooleanSupplier continues) throws InterruptedException {
        var loads = new ArrayList<Load>();
        while (continues.getAsBoolean()) {
            loads.add(load(1, 1));
        }
        var walls = loads.stream().map(Load::wall).toList();
        double cpu = loads.stream().mapToDouble(Load::serverCpu).average().orElse(0);
        return new Load(
                1,
                Samples.together(walls),
                loads.stream().mapToDouble(Load::seconds).sum(),
                cpu,
                loads.stream().mapToLong(Load::failed).sum());
    }

    private long[] ask(int number, int rounds, long[] failed) {
        var order = new ArrayList<>(paths);
        var random = new Random(number);
        var wall = new long[rounds * order.size()];
        int asked = 0;
        try (var client = new LoadClient(port)) {
            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(order, random);
                for (var path : order) {
                    long start = System.nanoTime();
                    int status = client.get(path).status();
                    wall[asked++] = System.nanoTime() - start;
                    failed[number] += status == 200 ? 0 : 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return wall;
    }
}
