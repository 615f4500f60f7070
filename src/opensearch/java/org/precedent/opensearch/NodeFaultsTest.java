package org.precedent.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterOptions;
import org.precedent.search.RandomDeterminations;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/**
 * Three nodes with one replica of each shard: acknowledged writes are kept and answers are complete, whichever process dies.
 */
class NodeFaultsTest {
    private static final Search EVERYTHING = Search.of(new Query.Everything());
    private static final int BATCH = 60;

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.start(3);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void restore() {
        cluster.restore();
    }

    @Test
    void aDataNodeKilledWhileIngestingLosesNothing() {
        var options = cluster.options();
        var letters = RandomDeterminations.letters(71, 5 * BATCH);
        try (var engine = OpenSearchEngine.open(options, Vocabularies.bundled());
                var writer = engine.writer(Instant::now)) {
            for (int batch = 0; batch < 5; batch++) {
                letters.subList(batch * BATCH, (batch + 1) * BATCH).forEach(writer::put);
                if (batch == 1) {
                    // by default the cluster waits a minute before replacing the lost node's replicas
                    set(options, object("index.unassigned.node_left.delayed_timeout", "0s"));
                    cluster.named(otherThanManager(options)).kill();
                }
                writer.commit();
                assertEquals((batch + 1L) * BATCH, engine.count(EVERYTHING).determinations());
            }
            assertEquals(ids(letters), listed(engine));
        }
    }

    @Test
    void searchesGoOnWhenTheManagerIsKilled() throws Exception {
        var options = cluster.options();
        var letters = RandomDeterminations.letters(72, BATCH);
        try (var engine = OpenSearchEngine.open(options, Vocabularies.bundled())) {
            put(engine, letters);
            var expected = engine.search(EVERYTHING);
            var stopped = new AtomicBoolean();
            var answered = new AtomicInteger();
            Callable<Integer> searching = () -> {
                int wrong = 0;
                while (!stopped.get()) {
                    var page = engine.search(EVERYTHING);
                    wrong += page.total().equals(expected.total())
                                    && page.facets().equals(expected.facets())
                            ? 0
                            : 1;
                    answered.incrementAndGet();
                }
                return wrong;
            };
            try (var threads = Executors.newFixedThreadPool(2)) {
                var first = threads.submit(searching);
                var second = threads.submit(searching);
                awaitAtLeast(answered, 20, first, second);
                cluster.named(manager(options)).kill();
                awaitAtLeast(answered, answered.get() + 60, first, second);
                stopped.set(true);
                assertEquals(0, first.get() + second.get());
            }
        }
    }

    private static void awaitAtLeast(AtomicInteger count, int wanted, Future<?>... running) throws Exception {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (count.get() < wanted) {
            for (var one : running) {
                if (one.isDone()) {
                    one.get();
                }
            }
            assertTrue(System.nanoTime() < deadline, "only " + count + " searches were answered, expected " + wanted);
            Thread.onSpinWait();
        }
    }

    @Test
    void anIngesterKilledInItsCommitIsFinishedByTheNext() throws Exception {
        var options = cluster.options();
        var letters = Path.of("src/main/resources/samples");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.precedent.cli.Main",
                "ingest",
                letters.toString(),
                "--engine",
                "opensearch",
                "--opensearch-url",
                options.urls().getFirst().toString(),
                "--opensearch-alias",
                options.alias(),
                "--index",
                cluster.folder().resolve("ingester").toString());
        var ingester = new ProcessBuilder(command).inheritIO().start();
        awaitHolder(options, ingester);
        ingester.destroyForcibly().waitFor();
        var again = new ProcessBuilder(command).inheritIO().start();
        assertEquals(1, again.waitFor(), "README.md and index.txt beside the letters are rejected");
        var third = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(third.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(said.contains("nothing to write"), said);
        try (var engine = OpenSearchEngine.open(options, Vocabularies.bundled())) {
            assertEquals(listed(engine).size(), engine.count(EVERYTHING).determinations());
            assertEquals(
                    listed(engine).stream().distinct().count(), listed(engine).size());
            assertTrue(listed(engine).size() > 40, () -> listed(engine).toString());
        }
    }

    /** Returns in the middle of a commit, that is, once the lease is held. */
    private static void awaitHolder(ClusterOptions options, Process ingester) {
        try (var client = new ClusterClient(options)) {
            while (!isHeld(client, options)) {
                assertTrue(ingester.isAlive(), "the ingester ended before it committed");
            }
        }
    }

    private static boolean isHeld(ClusterClient client, ClusterOptions options) {
        try {
            return client.find("/" + options.alias() + "-lease/_doc/commit")
                    .filter(found -> !found.at("_source", "holder").text().isEmpty())
                    .isPresent();
        } catch (SearchEngine.Unavailable e) {
            return false; // the index of leases has just been created and cannot be read yet
        }
    }

    @Test
    void severalMachinesIngestTheSameLettersAtOnce() throws Exception {
        var options = cluster.options();
        var letters = RandomDeterminations.letters(73, 4 * BATCH);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var runs = new ArrayList<Future<?>>();
            for (int machine = 0; machine < 3; machine++) {
                int behind = 5 * machine;
                var mine = new ArrayList<>(letters);
                Collections.shuffle(mine, new Random(machine));
                runs.add(threads.submit(() -> ingest(options, mine, behind)));
            }
            for (var run : runs) {
                run.get();
            }
        }
        try (var engine = OpenSearchEngine.open(options, Vocabularies.bundled())) {
            assertEquals(ids(letters), listed(engine));
            engine.export(
                    EVERYTHING,
                    hit -> assertEquals(
                            hit.ingested().firstSeen(),
                            hit.ingested().lastChanged(),
                            () -> hit.id() + " was written twice"));
        }
    }

    /** Ingests with one commit per batch and a clock that runs behind; each commit must still be later than what was there before. */
    private static void ingest(ClusterOptions options, List<Determination> letters, int secondsBehind) {
        try (var engine = OpenSearchEngine.open(options, Vocabularies.bundled());
                var writer = engine.writer(() -> Instant.now().minusSeconds(secondsBehind))) {
            for (int from = 0; from < letters.size(); from += BATCH) {
                var before = engine.overview().lastChanged().orElse(Instant.EPOCH);
                var batch = letters.subList(from, from + BATCH);
                batch.forEach(writer::put);
                writer.commit();
                var since = EVERYTHING.with(new Search.Since(Search.Since.Kind.NEW, before));
                long fresh = engine.count(since).determinations();
                long all = engine.count(EVERYTHING).determinations();
                assertTrue(fresh <= all && all >= from, fresh + " of " + all);
            }
        }
    }

    @Test
    void aPartOfAnIndexIsNeverShownAsTheWhole() {
        var options = new ClusterOptions(
                cluster.urls(), cluster.options().alias(), 3, Optional.empty(), Optional.empty(), Optional.empty());
        var letters = RandomDeterminations.letters(74, BATCH);
        try (var engine = OpenSearchEngine.open(options, Vocabularies.bundled())) {
            engine.writer(Instant::now).close();
            set(options, object("index.write.wait_for_active_shards", 1));
            set(options, object("index.number_of_replicas", 0));
            put(engine, letters);
            assertEquals(BATCH, engine.count(EVERYTHING).determinations());
            cluster.named(otherThanManager(options)).kill();
            assertThrows(SearchEngine.Unavailable.class, () -> engine.search(EVERYTHING));
        }
    }

    private static void put(OpenSearchEngine engine, List<Determination> letters) {
        try (var writer = engine.writer(Instant::now)) {
            letters.forEach(writer::put);
            writer.commit();
        }
    }

    private static void set(ClusterOptions options, Object settings) {
        try (var client = new ClusterClient(options)) {
            client.request("PUT", "/" + options.alias() + "/_settings", settings);
            client.request(
                    "GET",
                    "/_cluster/health/" + options.alias() + "?wait_for_no_relocating_shards=true&timeout=30s",
                    null);
        }
    }

    private static String manager(ClusterOptions options) {
        try (var client = new ClusterClient(options)) {
            return client.request("GET", "/_cat/cluster_manager?format=json", null)
                    .list()
                    .getFirst()
                    .at("node")
                    .text();
        }
    }

    private static String otherThanManager(ClusterOptions options) {
        return manager(options).equals("node-1") ? "node-2" : "node-1";
    }

    private static List<String> ids(List<Determination> letters) {
        return letters.stream().map(Determination::id).sorted().toList();
    }

    private static List<String> listed(SearchEngine engine) {
        return engine.listLetters(Optional.empty(), 10_000).stream()
                .map(SearchEngine.Listed::id)
                .toList();
    }
}
