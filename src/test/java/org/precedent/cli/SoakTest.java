package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server under load while letters are ingested. {@code -Dsoak.seconds=300}, applied to each of the two loads, makes it a
 * ten-minute soak test.
 */
class SoakTest {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 14);
    private static final int WARM_SECONDS = 3;
    private static final int RUSH_SECONDS = Math.min(20, Math.max(4, SECONDS / 2));
    private static final int RUSH_CLIENTS = 400;
    private static final int TIMES_CAPACITY = 5;
    private static final int LETTERS = 300;
    private static final double GROWTH = 1.25;
    private static final double ROOM = 16 << 20;

    @TempDir
    private Path folder;

    private interface Asking {
        void ask(LoadClient client, ResponseTally tally, int number) throws IOException;
    }

    @Test
    void servesUnderLoadAndRefusesTheExcess() throws IOException, InterruptedException {
        var fixture = new MaintenanceFixture(folder).withLetters(LETTERS).ingested();
        try (var server = RealProcess.start(
                folder, "serve", "--port", "0", "--index", fixture.index().toString())) {
            int port = server.port();
            say("warming: " + load(port, 8, WARM_SECONDS));
            var few = load(port, 8, SECONDS);
            double before = liveHeap(server);
            say("8 clients: " + few);
            var many = whileLettersComeIn(fixture, port);
            say("64 clients, letters coming in: " + many);
            double after = liveHeap(server);
            say("live heap %.1f MB, then %.1f MB".formatted(before / (1 << 20), after / (1 << 20)));
            rush(port);
            assertEquals(0, few.wrong() + many.wrong(), few + "\n" + many);
            assertTrue(after < before * GROWTH + ROOM, "the heap grew from " + before + " to " + after);
            assertTrue(!server.said().contains("ERROR"), server::said);
        }
    }

    private void rush(int port) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var capacity = load(port, 8, 2, (client, tally, n) -> RequestMix.askMuch(client, tally, n));
        double rate = capacity.all() / ((System.nanoTime() - start) / 1e9);
        say("capacity for large pages: %.0f/s".formatted(rate));
        var rush = rush(port, rate * TIMES_CAPACITY);
        say("%.0f/s asked for: %s".formatted(rate * TIMES_CAPACITY, rush));
        assertEquals(0, rush.wrong(), rush.toString());
        assertTrue(rush.count(503) > 0, "nobody was sent away: " + rush);
        assertTrue(rush.count(200) > 0, "nobody was served: " + rush);
        var then = load(port, 1, 1, (client, tally, n) -> RequestMix.askMuch(client, tally, n));
        say("right afterwards: " + then);
        assertEquals(then.all(), then.count(200), then.toString());
    }

    private ResponseTally whileLettersComeIn(MaintenanceFixture fixture, int port)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        var ingests = new AtomicInteger();
        var coming = Thread.ofPlatform().start(() -> {
            for (int n = LETTERS; System.nanoTime() < end; n += LETTERS) {
                fixture.withLetters(n + LETTERS);
                try (var ingest = RealProcess.start(
                        folder,
                        "ingest",
                        fixture.letters().toString(),
                        "--index",
                        fixture.index().toString())) {
                    ingests.addAndGet(ingest.exitCode() == Main.DONE ? 1 : 1_000_000);
                }
            }
        });
        var tally = load(port, 64, SECONDS);
        coming.join();
        assertTrue(ingests.get() > 0 && ingests.get() < 1_000_000, ingests + " ingests");
        return tally;
    }

    private static ResponseTally load(int port, int clients, int seconds) throws InterruptedException {
        var mixes = new ArrayList<RequestMix>();
        for (int i = 0; i < clients; i++) {
            mixes.add(new RequestMix(i, LETTERS));
        }
        return load(port, clients, seconds, (client, tally, n) -> mixes.get(n).ask(client, tally));
    }

    /** Runs several clients, each of which sends one request after another. */
    private static ResponseTally load(int port, int clients, int seconds, Asking asking) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        return together(port, clients, (client, tally, n) -> {
            while (System.nanoTime() < end) {
                asking.ask(client, tally, n);
            }
        });
    }

    /** Sends requests at a fixed rate, whether or not earlier ones have been answered, as long as a client is free. */
    private static ResponseTally rush(int port, double rate) throws InterruptedException {
        long start = System.nanoTime();
        long last = (long) (rate * RUSH_SECONDS);
        var next = new AtomicLong();
        return together(port, RUSH_CLIENTS, (client, tally, n) -> {
            for (long i = next.getAndIncrement(); i < last; i = next.getAndIncrement()) {
                long due = start + (long) (i / rate * 1e9);
                java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                RequestMix.askMuch(client, tally, i);
            }
        });
    }

    private static ResponseTally together(int port, int clients, Asking asking) throws InterruptedException {
        var tally = new ResponseTally();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try (var client = new LoadClient(port)) {
                    asking.ask(client, tally, number);
                } catch (IOException | RuntimeException e) {
                    tally.wrong(e.toString());
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        return tally;
    }

    /** Live heap in bytes, after a full garbage collection. */
    private static double liveHeap(RealProcess server) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(server.pid()), "GC.class_histogram").start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        var total = text.lines().filter(l -> l.startsWith("Total")).findFirst().orElseThrow();
        var cells = total.strip().split("\\s+", -1);
        return Double.parseDouble(cells[cells.length - 1]);
    }

    private static void say(String what) {
        System.out.println("soak: " + what);
    }
}
