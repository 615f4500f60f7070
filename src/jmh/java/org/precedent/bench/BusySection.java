package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.precedent.cli.LoadClient;
import org.precedent.search.request.SearchUrl;

/**
 * Searching while letters are ingested at full speed (performance goal G13): a second process writes to the index that the server reads,
 * a copy of the corpus's.
 */
final class BusySection {
    private static final Pattern LETTERS = Pattern.compile("\"determinations\":(\\d+)");
    private static final long MORE = 25_000;
    private static final int PEEK_MILLIS = 20;
    private static final int LAST_PEEKS = 100;

    private final BenchCorpus corpus;
    private final BenchOptions options;

    BusySection(BenchCorpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    Table run() throws IOException, InterruptedException {
        var index = copy();
        var more = BenchCorpus.of(corpus.seed() + 7, Math.min(MORE, corpus.size()), corpus.folder());
        var lines = more.lines();
        var paths = options.stream(corpus, java.util.Map.of()).stream()
                .filter(q -> q.kind().isInGoals())
                .map(q -> SearchUrl.path(".json", q.request()))
                .toList();
        var table = HttpBench.table("While " + more.size() + " letters are ingested");
        try (var server = ServerProcess.start(BenchIndex.embedded(index), options.port())) {
            var bench = new HttpBench(server.port(), paths, server::cpuSeconds);
            bench.load(2, options.rounds());
            bench.load(1, options.rounds()).row(table, "quiet");
            var ingest = ServerProcess.command(List.of("ingest", lines.toString(), "--index", index.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(corpus.folder().resolve("ingest.log").toFile())
                    .start();
            var lags = new ArrayList<Double>();
            var watch = Thread.ofPlatform().start(() -> watch(server.port(), index, ingest, lags));
            bench.during(ingest::isAlive).row(table, "busy");
            watch.join();
            table.row("visible after commit, s", "", lags.size(), max(lags), "", "", "", "", "", ingest.exitValue());
        }
        return table;
    }

    private static double max(List<Double> lags) {
        return lags.stream().mapToDouble(l -> l).max().orElse(Double.NaN);
    }

    /** Records the delay from the time a commit's file was written until the server reports more determinations. */
    private static void watch(int port, Path index, Process ingest, List<Double> lags) {
        try (var client = new LoadClient(port)) {
            long seen = count(client);
            int last = 0;
            // the last commit is written just before the process exits
            while (last < LAST_PEEKS) {
                last = ingest.isAlive() ? 0 : last + 1;
                Thread.sleep(PEEK_MILLIS);
                long now = count(client);
                if (now != seen) {
                    lags.add((System.currentTimeMillis() - lastCommit(index)) / 1e3);
                    seen = now;
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(LoadClient client) throws IOException {
        var counts = LETTERS.matcher(client.get("/search.json?q=&size=1").body());
        return counts.find() ? Long.parseLong(counts.group(1)) : -1;
    }

    private static long lastCommit(Path index) throws IOException {
        try (var files = Files.walk(index)) {
            return files.filter(f -> f.getFileName().toString().startsWith("segments_"))
                    .mapToLong(f -> f.toFile().lastModified())
                    .max()
                    .orElse(0);
        }
    }

    private Path copy() throws IOException {
        var copy = corpus.folder().resolve("busy");
        BenchIndex.embedded(copy).delete();
        try (var files = Files.walk(corpus.index())) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(corpus.index().relativize(file).toString()));
            }
        }
        return copy;
    }
}
