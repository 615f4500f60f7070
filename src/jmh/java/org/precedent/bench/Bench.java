package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.precedent.cli.option.EngineOption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures the product next to its lower bounds and prints Markdown.
 */
@Command(
        name = "bench",
        description = "Measures ingest, search and pages beside what their parts would cost alone.",
        mixinStandardHelpOptions = true)
final class Bench implements Callable<Integer> {
    @Option(names = "--letters", defaultValue = "3000", description = "size of the corpus (default ${DEFAULT-VALUE})")
    private long letters;

    @Option(names = "--seed", defaultValue = "1", description = "which letters and searches (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--sections",
            split = ",",
            defaultValue = "ingest,search,http,busy",
            description = "what to measure (default ${DEFAULT-VALUE}); all but ingest use the index it left")
    private List<String> sections = List.of();

    @Option(names = "--only", split = ",", description = "classes of searches: ${COMPLETION-CANDIDATES} (default all)")
    private Set<QueryClass> only = EnumSet.allOf(QueryClass.class);

    @Option(names = "--each", defaultValue = "4", description = "searches a class (default ${DEFAULT-VALUE})")
    private int each;

    @Option(names = "--rounds", defaultValue = "20", description = "runs of the stream (default ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--warm", defaultValue = "10", description = "seconds of warming (default ${DEFAULT-VALUE})")
    private int warm;

    @Option(names = "--port", defaultValue = "7150", description = "the server's (default ${DEFAULT-VALUE})")
    private int port;

    @Mixin
    private EngineOption engine = new EngineOption();

    @Option(
            names = "--dir",
            defaultValue = "target/bench",
            description = "where letters, indexes and results go (default ${DEFAULT-VALUE})")
    private Path dir = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        var corpus = BenchCorpus.of(seed, letters, dir);
        var options = new BenchOptions(
                seed,
                each,
                rounds,
                warm,
                port,
                only,
                engine.isDistributed() ? Optional.of(engine.cluster()) : Optional.empty());
        print(machine());
        for (var section : sections) {
            var tables = switch (section) {
                case "ingest" -> new IngestSection(corpus, options).run();
                case "search" -> new SearchSection(corpus, options).run();
                case "day" -> new DaySection(corpus, options).run();
                case "http" -> new HttpSection(corpus, options).run();
                case "insights" -> List.of(new InsightsSection(corpus, options).run());
                case "busy" -> List.of(new BusySection(corpus, options).run());
                default ->
                    throw new CommandLine.ParameterException(
                            new CommandLine(this),
                            "--sections: \"" + section + "\": expected ingest, search, day, insights, http or busy");
            };
            for (var table : tables) {
                print(table.text());
            }
        }
        return 0;
    }

    private static String machine() {
        return LocalDate.now(java.time.ZoneOffset.UTC) + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors, Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    private void print(String text) throws IOException {
        System.out.println(text);
        Files.writeString(dir.resolve("results.md"), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    public static void main(String... args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
