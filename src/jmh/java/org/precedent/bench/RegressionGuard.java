package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.vocabulary.Vocabularies;

/**
 * Fails when something became about twice as dear as it was. Every cost is processor time, told in units of a floor measured in
 * the same run on the same machine: taking one letter apart into words. The limits lie half-way between what was measured when
 * they were set and its double; after a deliberate change set them anew and say why. What the index takes is told in bytes a byte
 * of text.
 */
final class RegressionGuard {
    private static final long LETTERS = 3_000;
    private static final int FLOOR_LETTERS = 1_000;
    private static final int ATTEMPTS = 10;
    private static final int INGESTS = 4;
    private static final int EACH = 3;
    private static final int WARM_SECONDS = 8;

    private final Corpus corpus;
    private final List<String> texts;
    private final List<Cost> costs = new ArrayList<>();

    private RegressionGuard(Path folder) throws IOException {
        this.corpus = Corpus.of(1, LETTERS, folder);
        this.texts = corpus.texts(FLOOR_LETTERS);
    }

    /**
     * What something costs.
     *
     * @param what it is
     * @param measured in floors
     * @param limit at most
     */
    private record Cost(String what, double measured, double limit) {
        boolean isHeld() {
            return measured <= limit;
        }
    }

    private boolean run() throws IOException {
        double floor = best(() -> cpu(() -> TextFloors.tokenizeAll(texts)) / texts.size());
        parsing(floor);
        ingesting(floor);
        try (var product = Product.open(corpus.index())) {
            searching(product, floor);
        }
        var table = new Table("Costs in floors", "what", "measured", "limit", "held");
        costs.forEach(c -> table.row(c.what(), c.measured(), c.limit(), c.isHeld() ? "yes" : "NO"));
        System.out.println(table.text());
        return costs.stream().allMatch(Cost::isHeld);
    }

    private void parsing(double floor) {
        var parser = new LetterParser(Vocabularies.bundled());
        double parse = best(() ->
                cpu(() -> texts.forEach(t -> parser.parse(new Letter("letter.txt", "", t, false)))) / texts.size());
        costs.add(new Cost("parsing a letter", parse / floor, Limits.PARSE));
    }

    /** Several times over, for the first ones pay for compiling. */
    private void ingesting(double floor) throws IOException {
        var lines = corpus.lines();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < INGESTS; i++) {
            IngestSection.delete(corpus.index());
            try (var product = Product.open(corpus.index())) {
                best = Math.min(best, cpu(() -> ingest(product, lines)) / LETTERS);
            }
        }
        costs.add(new Cost("a letter from text to committed", best / floor, Limits.INGEST));
        double text = corpus.letters()
                .first(LETTERS)
                .mapToLong(l -> l.text().length())
                .sum();
        costs.add(new Cost("bytes of index a byte of text", Corpus.bytesBelow(corpus.index()) / text, Limits.DISK));
    }

    private void searching(Product product, double floor) {
        var facets = product.searching().engine().overview().facets();
        var stream = QueryStream.of(corpus.letters(), facets, EACH, 1);
        var bench = new SearchBench(stream, ATTEMPTS);
        var samples = bench.warm(q -> product.search(q.request()), WARM_SECONDS).run(q -> product.search(q.request()));
        ToDoubleFunction<Samples> typical = s -> s.cpu(0.5);
        double mean = SearchReport.mean(samples, typical);
        costs.add(new Cost("a search", mean / floor, Limits.SEARCH));
        var dearest = samples.entrySet().stream()
                .filter(e -> e.getKey().isInGoals())
                .max(java.util.Comparator.comparingDouble(e -> typical.applyAsDouble(e.getValue())))
                .orElseThrow();
        costs.add(new Cost(
                "the dearest class (" + dearest.getKey().label() + ")",
                typical.applyAsDouble(dearest.getValue()) / floor,
                Limits.DEAREST));
    }

    private static void ingest(Product product, Path lines) {
        try {
            product.ingest(lines);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Limits in floors. */
    private static final class Limits {
        static final double PARSE = 7;
        static final double INGEST = 25;
        static final double DISK = 1.1;
        static final double SEARCH = 19;
        static final double DEAREST = 32;
    }

    /** The least of some attempts, for what disturbs only adds. */
    private static double best(DoubleSupplier cost) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            best = Math.min(best, cost.getAsDouble());
        }
        return best;
    }

    /** Milliseconds of processor time of the whole process. */
    private static double cpu(Runnable work) {
        var meter = new Meter(1);
        meter.run(work);
        return meter.samples().meanProcessCpu();
    }

    /**
     * Exits with 1 when a limit is exceeded.
     *
     * @param args a folder for letters and index
     */
    public static void main(String... args) throws IOException {
        var folder = Path.of(args.length == 0 ? "target/guard" : args[0]);
        IngestSection.delete(folder);
        System.exit(new RegressionGuard(folder).run() ? 0 : 1);
    }
}
