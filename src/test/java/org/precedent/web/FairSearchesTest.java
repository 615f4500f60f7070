package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.precedent.web.ServerOptions.Limits;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.limit.SlowClientMonitor.ClientTimeouts;

/**
 * Expensive searches of one client do not delay the searches of others.
 */
@Timeout(120)
class FairSearchesTest {
    private static final int ATTACKERS = 24;
    private static final int ORDINARY = 10;
    private static final String ATTACKER = "127.0.0.3";
    private static final String OTHER = "127.0.0.2";
    private static final ServerOptions OPTIONS = RunningServer.options()
            .with(new Access(Audience.ANYBODY, Optional.empty(), Optional.empty()))
            .with(new Limits(4, 0, 10, ClientTimeouts.DEFAULT));

    /** A chain of frequent words that takes seconds over the texts of {@link #heavyLetters}. */
    private static String chain(int number) {
        return "(" + String.join("+OR+", Collections.nCopies(60, "the+w/50+of+w/50+pain+w/" + (20 + number) + "+is"))
                + ")";
    }

    private static void heavyLetters(IndexFixture index) {
        var text = "the of and is pain ".repeat(4_000);
        index.put(
                IntStream.range(0, 60)
                        .mapToObj(i -> WrittenLetters.letter("CM15-%07d".formatted(i), text, LocalDate.of(2015, 1, 1)))
                        .toList(),
                letter -> Instant.EPOCH);
    }

    @Test
    void ordinarySearchesAreAnsweredWhileAnotherClientChainsProximities() throws IOException {
        try (var index = new IndexFixture()) {
            heavyLetters(index);
            try (var server = RunningServer.over(index.engine(), OPTIONS, parts -> List.of())) {
                var answered = new CountDownLatch(1);
                var attacks = IntStream.range(0, ATTACKERS)
                        .mapToObj(n -> CompletableFuture.supplyAsync(
                                () -> statuses(server, "/search.json?size=1&q=" + chain(n), answered),
                                Thread::startVirtualThread))
                        .toList();
                var answers = new ArrayList<Integer>();
                for (int i = 0; i < ORDINARY; i++) {
                    answers.add(status(OTHER, server, "/search.json?size=1&q=pain+cervical+" + i));
                }
                answered.countDown();
                assertEquals(Collections.nCopies(ORDINARY, 200), answers);
                var statuses = attacks.stream()
                        .flatMap(attack -> attack.join().stream())
                        .collect(Collectors.toSet());
                assertTrue(Set.of(200, 422, 429, 503).containsAll(statuses), statuses.toString());
                assertNotEquals(Set.of(200), statuses, "the chains are not costly enough for this test");
            }
        }
    }

    /** Statuses of a request of the attacker, repeated until the latch opens or the server is busy. */
    private static List<Integer> statuses(RunningServer server, String path, CountDownLatch latch) {
        var statuses = new ArrayList<Integer>();
        do {
            statuses.add(status(ATTACKER, server, path));
        } while (latch.getCount() > 0 && statuses.getLast() != 503);
        return statuses;
    }

    @Test
    void whileOthersWaitAClientHasOneLongSearch() throws IOException {
        try (var endless = new EndlessSearches(OPTIONS)) {
            var server = endless.server;
            var long1 = later(server, ATTACKER, "/search.json?q=endless+a");
            var long2 = later(server, ATTACKER, "/search.json?q=endless+b");
            var long3 = later(server, ATTACKER, "/search.json?q=endless+c");
            var other = later(server, OTHER, "/search.json?q=endless+d");
            endless.begun.acquireUninterruptibly(4);
            // all slots are taken; a new client waits until the first client's searches are canceled, except one
            assertEquals(200, status("127.0.0.4", server, "/search.json?q=red"));
            endless.release();
            var statuses = new ArrayList<>(List.of(long1.join(), long2.join(), long3.join()));
            Collections.sort(statuses);
            assertEquals(200, statuses.getFirst(), statuses.toString());
            assertEquals(429, statuses.getLast(), statuses.toString());
            assertEquals(200, other.join());
        }
    }

    @Test
    void aLongSearchContinuesWhileNobodyWaits() throws IOException {
        try (var endless = new EndlessSearches(OPTIONS)) {
            var server = endless.server;
            var long1 = later(server, ATTACKER, "/search.json?q=endless+a");
            var long2 = later(server, ATTACKER, "/search.json?q=endless+b");
            endless.begun.acquireUninterruptibly(2);
            for (int i = 0; i < ORDINARY; i++) {
                assertEquals(200, status(ATTACKER, server, "/search.json?q=red+" + i));
            }
            endless.release();
            assertEquals(List.of(200, 200), List.of(long1.join(), long2.join()));
        }
    }

    @Test
    void clientsBehindATrustedProxyAreDistinguished() throws IOException {
        var options = OPTIONS.withProxies(Set.of("imr.example.org"), Set.of("127.0.0.0/8"));
        try (var endless = new EndlessSearches(options)) {
            var server = endless.server;
            var attacks = IntStream.range(0, ATTACKERS)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> status(
                                    new Asked(server.port(), "127.0.0.1", "198.51.100.7"),
                                    "/search.json?q=endless+" + n),
                            Thread::startVirtualThread))
                    .toList();
            endless.begun.acquireUninterruptibly(3);
            for (int i = 0; i < ORDINARY; i++) {
                var other = new Asked(server.port(), "127.0.0.1", "192.0.2." + i);
                assertEquals(200, status(other, "/search.json?q=red+" + i));
            }
            endless.release();
            attacks.forEach(CompletableFuture::join);
        }
    }

    @Test
    void colleaguesBehindOneAddressSearchFreely() {
        try (var server = RunningServer.over(new FixtureEngine(FixtureLetters.of(200)), OPTIONS, parts -> List.of())) {
            var colleagues = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> IntStream.range(0, 20)
                                    .map(i -> status(OTHER, server, "/search.json?q=pain+w/5+neck" + n + i))
                                    .boxed()
                                    .toList(),
                            Thread::startVirtualThread))
                    .toList();
            colleagues.forEach(c -> assertEquals(Collections.nCopies(20, 200), c.join()));
        }
    }

    /** A server whose searches for {@code endless} run until released. */
    private static final class EndlessSearches implements AutoCloseable {
        private final CountDownLatch latch = new CountDownLatch(1);
        private final Semaphore begun = new Semaphore(0);
        private final RunningServer server;

        EndlessSearches(ServerOptions options) {
            var letters = new FixtureEngine(FixtureLetters.of(5));
            server = RunningServer.over(
                    SlowEngines.working(letters, "endless", begun, latch), options, parts -> List.of());
        }

        void release() {
            latch.countDown();
        }

        @Override
        public void close() {
            release();
            server.close();
        }
    }

    private record Asked(int port, String from, String forwardedFor) {}

    private static CompletableFuture<Integer> later(RunningServer server, String from, String path) {
        return CompletableFuture.supplyAsync(() -> status(from, server, path), Thread::startVirtualThread);
    }

    private static int status(String from, RunningServer server, String path) {
        return status(new Asked(server.port(), from, from), path);
    }

    /** The status of the response to a client with this address. */
    private static int status(Asked asked, String path) {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(asked.from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), asked.port));
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: "
                    + asked.forwardedFor + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.substring(9));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
