package org.precedent.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.precedent.cli.LoadClient;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.request.SearchUrl;

/**
 * A day's searches by different users, next to the lower bound for a whole request: each search is sent once, over HTTP, to a server
 * warmed up with other searches. The bare engine runs the same searches in process, once for the best issues alone and once for the same
 * answer as the server's.
 */
final class DaySection {
    private static final int CLIENTS = 8;
    private static final int THREADS = 2;

    /** The number of warm-up searches, as a multiple of the day's searches. */
    private static final int EARLIER_DAYS = 10;

    private final BenchCorpus corpus;
    private final BenchOptions options;

    DaySection(BenchCorpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    /** Costs by class of search, and requests per second with several clients at once. */
    private record Measured(Map<QueryClass, Samples> byClass, double rate, Samples together) {
        double cpu() {
            return SearchReport.mean(byClass, Samples::meanProcessCpu);
        }

        Samples all() {
            return Samples.together(List.copyOf(byClass.values()));
        }
    }

    List<Table> run() throws IOException, InterruptedException {
        Map<Facet, List<FacetCount>> facets;
        try (var product = options.index(corpus).open()) {
            facets = product.searching().engine().overview().facets();
        }
        var day = stream(facets, options.each(), options.seed() + 1);
        var known = day.stream().map(BenchQuery::request).collect(Collectors.toCollection(HashSet::new));
        var busy = QueryStream.unasked(stream(facets, options.each(), options.seed() + 2), known);
        var earlier = QueryStream.shuffled(
                QueryStream.unasked(stream(facets, options.each() * EARLIER_DAYS, options.seed() + 3), known));
        var limits = new Limits(
                bare(AnswerForm.ISSUES, false, earlier, day, busy),
                bare(AnswerForm.DETERMINATIONS, false, earlier, day, busy));
        var cached = bare(AnswerForm.ISSUES, true, earlier, day, busy);
        var json = served(".json", earlier, day, busy);
        var page = served("", earlier, day, busy);
        return List.of(ratios(day.size(), limits, json, page), summary(limits, cached, json, page));
    }

    /** The bare engine without its query cache, returning the best issues or the same answer as the server. */
    private record Limits(Measured issues, Measured answer) {}

    private List<BenchQuery> stream(Map<Facet, List<FacetCount>> facets, int each, long seed) {
        return QueryStream.of(corpus.letters(), facets, each, seed).stream()
                .filter(q -> q.kind().isInGoals() && options.only().contains(q.kind()))
                .distinct()
                .toList();
    }

    private Measured bare(
            AnswerForm form, boolean cached, List<BenchQuery> earlier, List<BenchQuery> day, List<BenchQuery> busy)
            throws IOException, InterruptedException {
        try (var bare = new BareRequest(BareLucene.below(corpus.index()), form, cached)) {
            warm(earlier, bare::answer);
            var costs = new SearchBench(day, 1).run(bare::answer);
            var order = QueryStream.shuffled(busy);
            double seconds = Parallel.seconds(THREADS, n -> () -> {
                for (int i = n; i < order.size(); i += THREADS) {
                    bare.answer(order.get(i));
                }
                return null;
            });
            return new Measured(costs, order.size() / seconds, Samples.together(List.of()));
        }
    }

    /** Runs other searches until the warm-up time is over. */
    private void warm(List<BenchQuery> earlier, Consumer<BenchQuery> work) throws InterruptedException {
        long end = System.nanoTime() + options.warm() * 1_000_000_000L;
        Parallel.seconds(THREADS, n -> () -> {
            for (int i = n; System.nanoTime() < end; i += THREADS) {
                work.accept(earlier.get(i % earlier.size()));
            }
            return null;
        });
    }

    private Measured served(String ending, List<BenchQuery> earlier, List<BenchQuery> day, List<BenchQuery> busy)
            throws IOException, InterruptedException {
        try (var server = ServerProcess.start(options.index(corpus), options.port())) {
            warm(server, ending, earlier);
            var costs = byClass(server, ending, day);
            var paths = QueryStream.shuffled(busy).stream()
                    .map(q -> SearchUrl.path(ending, q.request()))
                    .toList();
            var load = new HttpBench(server.port(), paths, server::cpuSeconds).once(CLIENTS);
            return new Measured(costs, load.rate(), load.wall());
        }
    }

    private void warm(ServerProcess server, String ending, List<BenchQuery> earlier) throws InterruptedException {
        var clients = ThreadLocal.withInitial(() -> connect(server));
        warm(earlier, q -> ask(clients.get(), ending, q));
    }

    private static LoadClient connect(ServerProcess server) {
        try {
            return new LoadClient(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Measures class by class, because a single request is below the resolution of a process's CPU time (10 ms). */
    private static Map<QueryClass, Samples> byClass(ServerProcess server, String ending, List<BenchQuery> day)
            throws IOException {
        var costs = new EnumMap<QueryClass, Samples>(QueryClass.class);
        // connected only now: the server closes connections that are idle for as long as the warm-up may take
        try (var client = new LoadClient(server.port())) {
            day.stream()
                    .collect(Collectors.groupingBy(BenchQuery::kind))
                    .forEach((kind, queries) -> costs.put(kind, samples(server, client, ending, queries)));
        }
        return costs;
    }

    private static Samples samples(ServerProcess server, LoadClient client, String ending, List<BenchQuery> queries) {
        double before = server.cpuSeconds();
        var wall = queries.stream()
                .mapToLong(q -> {
                    long start = System.nanoTime();
                    ask(client, ending, q);
                    return System.nanoTime() - start;
                })
                .toArray();
        long cpu = (long) ((server.cpuSeconds() - before) * 1e9);
        return new Samples(new long[0], wall, 0, cpu);
    }

    private static void ask(LoadClient client, String ending, BenchQuery query) {
        var path = SearchUrl.path(ending, query.request());
        try {
            int status = client.get(path).status();
            if (status != 200) {
                throw new IllegalStateException(path + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Table ratios(int searches, Limits limits, Measured json, Measured page) {
        var table = new Table(
                "A day of different people: " + corpus.size() + " letters, " + searches
                        + " searches asked once, CPU ms",
                "class",
                "LIMIT, issues",
                "LIMIT, same answer",
                "JSON",
                "JSON / issues",
                "JSON / same answer",
                "p50 ms",
                "p99 ms",
                "page",
                "page - JSON");
        limits.issues().byClass().forEach((kind, bare) -> {
            var same = requireNonNull(limits.answer().byClass().get(kind));
            var sent = requireNonNull(json.byClass().get(kind));
            var html = requireNonNull(page.byClass().get(kind));
            row(
                    table,
                    kind.label(),
                    new double[] {bare.meanProcessCpu(), same.meanProcessCpu()},
                    sent.meanProcessCpu(),
                    sent,
                    html.meanProcessCpu());
        });
        row(
                table,
                "**mean**",
                new double[] {limits.issues().cpu(), limits.answer().cpu()},
                json.cpu(),
                json.all(),
                page.cpu());
        return table;
    }

    private static void row(Table table, String label, double[] limits, double json, Samples sent, double page) {
        table.row(
                label,
                limits[0],
                limits[1],
                json,
                json / limits[0],
                json / limits[1],
                sent.wall(0.5),
                sent.wall(0.99),
                page,
                page - json);
    }

    private static Table summary(Limits limits, Measured cached, Measured json, Measured page) {
        var table = new Table(
                "The same beside each other; several at once: " + THREADS + " threads in process, " + CLIENTS
                        + " clients",
                "what",
                "mean ms",
                "p50",
                "p99",
                "CPU ms",
                "in LIMIT, same answer",
                "requests/s at once",
                "p50 at once",
                "p99 at once");
        row(table, "LIMIT, issues, query cache off", limits.issues(), limits.answer());
        row(table, "LIMIT, issues, query cache on", cached, limits.answer());
        row(table, "LIMIT, same answer, query cache off", limits.answer(), limits.answer());
        row(table, "JSON over HTTP", json, limits.answer());
        row(table, "HTML page", page, limits.answer());
        return table;
    }

    private static String latency(Samples several, double share) {
        return several.runs() == 0 ? "" : Table.shown(several.wall(share));
    }

    private static void row(Table table, String what, Measured measured, Measured limit) {
        var all = measured.all();
        table.row(
                what,
                all.meanWall(),
                all.wall(0.5),
                all.wall(0.99),
                measured.cpu(),
                measured.cpu() / limit.cpu(),
                measured.rate(),
                latency(measured.together(), 0.5),
                latency(measured.together(), 0.99));
    }
}
