package org.precedent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.option.SettingSources;
import org.precedent.cli.option.Settings;
import org.precedent.cli.output.TerminalResults;
import org.precedent.ingest.CorrectionPass;
import org.precedent.ingest.OriginalStore;
import org.precedent.ingest.Reparser;
import org.precedent.lucene.LuceneEngine;
import org.precedent.mail.Mailer;
import org.precedent.opensearch.OpenSearchEngine;
import org.precedent.parse.LetterParser;
import org.precedent.saved.SavedSearches;
import org.precedent.search.SearchEngine;
import org.precedent.search.interpret.Interpreter;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.Server;
import org.precedent.web.ServerOptions;
import org.precedent.web.SiteRoutes;
import org.precedent.web.alert.AlertLoop;
import org.precedent.web.alert.AlertRun;
import org.precedent.web.http.Metrics;
import org.precedent.web.http.Routes;
import org.precedent.web.site.IntegrityStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Serves the website until stopped.
 */
@Command(
        name = "serve",
        description = "Serve the web pages until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ServeCommand implements Callable<Integer> {
    private static final int STOPPING_SECONDS = 10;

    /** Delay of the first integrity check, so that it does not compete with the first requests for disk and CPU. */
    private static final int FIRST_CHECK_SECONDS = 3;

    private static final Ahead<Interpreter> INTERPRETER = new Ahead<>(() -> new Interpreter(Vocabularies.bundled()));

    @Mixin
    private Settings settings;

    @Option(names = "--samples", description = "if the index is empty, first ingest the bundled fictional samples")
    private boolean samples;

    @Spec
    private CommandSpec spec;

    private Optional<AlertLoop> alerts = Optional.empty();

    private Optional<CorrectionLoop> corrections = Optional.empty();

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            return serve();
        } finally {
            stopped.countDown();
        }
    }

    private int serve() throws IOException, InterruptedException {
        SettingSources.of(spec).requireKnown(spec.commandLine(), Main::commandLine);
        // must come before the first log message; Jetty classes log while the options are read
        settings.log.apply();
        var options = options();
        settings.mailServer();
        var vocabularies = Vocabularies.bundled();
        var clock = InstantSource.system();
        try (var engine = open(vocabularies, clock)) {
            // after the index, so that a start that fails for an outdated index leaves the database as it is
            var saved = new Ahead<>(() -> openSaved(clock));
            saved.start("saved-searches");
            if (samples && engine.overview().total().determinations() == 0) {
                BundledSamples.ingest(engine, vocabularies, clock);
            }
            var searching = new SearchService(engine, vocabularies, INTERPRETER.get());
            var integrity = new IntegrityStatus();
            var originals = new OriginalStore(settings.originals());
            try (var server = new Server(
                    options,
                    searching,
                    integrity,
                    originals::find,
                    parts -> groups(parts, engine, saved.get(), clock))) {
                try {
                    serve(server, searching, vocabularies, integrity);
                } finally {
                    alerts.ifPresent(AlertLoop::close);
                    corrections.ifPresent(CorrectionLoop::close);
                }
            } finally {
                saved.created().ifPresent(SavedSearches::close);
            }
        }
        return Main.DONE;
    }

    /** Parser for the stored text of determinations. Created when the first correction needs it, not at every start. */
    private static final class StoredTextParser {
        static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    }

    /**
     * Starts loading the vocabularies and what a search recognizes by them in a separate thread, because it takes about as long as parsing
     * the command's options and opening the index.
     */
    static void readVocabulariesAhead() {
        INTERPRETER.start("vocabularies");
    }

    private SearchEngine open(Vocabularies vocabularies, InstantSource clock) {
        if (!samples) {
            return settings.index().openToServe(vocabularies);
        }
        var engine = settings.index().open(vocabularies);
        if (engine instanceof OpenSearchEngine cluster) {
            // creates an empty index if there is none, as the embedded engine does
            cluster.writer(clock).close();
        }
        return engine;
    }

    // a server on a read-only disk still shows the saved searches
    private SavedSearches openSaved(InstantSource clock) {
        var saved = SavedSearches.openToRead(settings.database(), clock);
        if (saved.isReadOnly()) {
            log().log(
                            System.Logger.Level.WARNING,
                            "saved searches are read-only database={0}; saving is refused until the disk is writable"
                                    + " and the server is restarted",
                            settings.database());
        }
        return saved;
    }

    public ServerOptions options() {
        return settings.serverOptions();
    }

    private List<Routes> groups(Server.Parts parts, SearchEngine engine, SavedSearches saved, InstantSource clock) {
        if (engine instanceof LuceneEngine embedded) {
            new IndexFigures(settings.lucene(), embedded).register(parts.metrics());
        }
        var mail = settings.mailServer();
        alerts = mail.map(server -> AlertLoop.start(
                new AlertRun(saved, parts.gateway(), new Mailer(server), settings.publicUrl()), settings.mail.every));
        if (!Files.exists(settings.index().folder().replicaMark())) {
            corrections = Optional.of(CorrectionLoop.start(
                    saved,
                    new CorrectionPass(engine, new Reparser(letter -> StoredTextParser.PARSER.parse(letter))),
                    () -> IndexOption.writer(engine, clock)));
        }
        Runnable corrected = () -> corrections.ifPresent(CorrectionLoop::applyNow);
        return new SiteRoutes(saved, clock, mail.isPresent(), corrected).routes(parts.gateway(), parts.pages());
    }

    // not a field, because the options must be read before the logger is created
    private static System.Logger log() {
        return System.getLogger(ServeCommand.class.getName());
    }

    // Runs while the server handles requests, because reading all of a large index takes minutes. Later damage is found
    // by the checks that
    // follow.
    private void check(IntegrityStatus integrity) {
        try {
            if (!stopping.await(FIRST_CHECK_SECONDS, TimeUnit.SECONDS)) {
                checkUntilStopped(integrity);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkUntilStopped(IntegrityStatus integrity) throws InterruptedException {
        try (var index = settings.index().maintenance(Vocabularies.bundled())) {
            var kept = new Integrity(index, settings.database(), settings.originals());
            do {
                report(kept.scrub(), integrity);
            } while (!settings.checkEvery.isZero()
                    && !stopping.await(settings.checkEvery.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private static void report(List<String> damage, IntegrityStatus integrity) {
        damage.forEach(line -> log().log(System.Logger.Level.ERROR, line));
        integrity.report(damage);
    }

    private void serve(Server server, SearchService searching, Vocabularies vocabularies, IntegrityStatus integrity)
            throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        int port = server.start();
        Thread.ofPlatform().daemon().name("check").start(() -> check(integrity));
        try (var warmUp = WarmUp.start(searching, vocabularies, server::renderUnsent)) {
            warmUp.await();
            report(searching.engine().overview().total().determinations(), port);
            warmUp.startBackground();
            stopping.await();
        }
        log().log(System.Logger.Level.INFO, "stopping; running requests will be finished");
    }

    private void report(long letters, int port) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Precedent serves " + TerminalResults.count(letters, "determination") + " on http://" + shownHost()
                + ":" + port + " (Ctrl-C stops it)");
        out.flush();
        log().log(
                        System.Logger.Level.INFO,
                        "started port={0} letters={1}",
                        Integer.toString(port),
                        Long.toString(letters));
    }

    // Runs as a shutdown hook: waits until the main thread has closed server, index and database. It cannot join the
    // main thread, which is
    // blocked in System.exit until all hooks have finished.
    void stop() {
        stopping.countDown();
        try {
            if (!stopped.await(STOPPING_SECONDS, TimeUnit.SECONDS)) {
                log().log(System.Logger.Level.WARNING, "stopped before everything was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String shownHost() {
        return settings.others.host.equals("127.0.0.1") ? "localhost" : settings.others.host;
    }

    /**
     * Metrics of the index files and of ingests, for {@code /metrics}.
     *
     * @param lucene folder of the index generations
     * @param engine the engine in use
     */
    private record IndexFigures(Path lucene, LuceneEngine engine) {
        void register(Metrics metrics) {
            metrics.gauge("precedent_index_bytes", "Bytes of the index's files.", this::bytes);
            metrics.gauges("precedent_cache_entries", "Cache entries, by kind.", "cache", engine::caches);
            metrics.gauges(
                    "precedent_last_ingest_files",
                    "Files of the last ingest, by result.",
                    "outcome",
                    () -> LastIngest.load(lucene).map(LastIngest::counts).orElse(Map.of()));
            metrics.optionalGauge(
                    "precedent_last_ingest_timestamp_seconds",
                    "When the last ingest ended.",
                    () -> LastIngest.load(lucene)
                            .map(last -> (double) last.finished().getEpochSecond()));
        }

        // A file that a writer deletes meanwhile counts as 0.
        private long bytes() {
            var sum = new LongAdder();
            try {
                Files.walkFileTree(lucene, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        sum.add(attributes.size());
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                log().log(System.Logger.Level.WARNING, "cannot list the files of " + lucene, e);
            }
            return sum.sum();
        }
    }
}
