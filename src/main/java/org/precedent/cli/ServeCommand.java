package org.precedent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.SavedSearches;
import org.precedent.search.Searching;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.Server;
import org.precedent.web.ServerOptions;
import org.precedent.web.links.Links;
import org.precedent.web.page.Soundness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Serves the pages until it is told to stop.
 */
@Command(
        name = "serve",
        description = "Serve the search pages until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer> {
    private static final System.Logger LOG = System.getLogger(ServeCommand.class.getName());

    @Mixin
    private Settings settings;

    @Option(
            names = "--samples",
            description = "take in the bundled, fictional sample letters first if the index is empty")
    private boolean samples;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var options = options();
        var vocabularies = Vocabularies.bundled();
        var clock = InstantSource.system();
        try (var engine = LuceneEngine.open(settings.lucene(), vocabularies);
                var saved = SavedSearches.open(settings.database(), clock)) {
            if (samples && engine.overview().total().determinations() == 0) {
                BundledSamples.ingest(engine, vocabularies, clock);
            }
            var searching = new Searching(engine, vocabularies);
            var soundness = new Soundness();
            try (var server = new Server(
                    options,
                    searching,
                    soundness,
                    parts -> new Links(saved, clock).routes(parts.desk(), parts.pages()))) {
                Thread.ofPlatform().daemon().name("check").start(() -> check(soundness));
                serve(server, engine);
            }
        }
        return Main.DONE;
    }

    ServerOptions options() {
        return settings.serving();
    }

    // Beside the serving: reading all of a large index takes minutes.
    private void check(Soundness soundness) {
        var damage = new Integrity(settings.lucene(), settings.database()).damage(Vocabularies.bundled());
        damage.forEach(line -> LOG.log(System.Logger.Level.ERROR, line));
        soundness.report(damage);
    }

    private void serve(Server server, LuceneEngine engine) throws InterruptedException {
        var stopping = new CountDownLatch(1);
        var me = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopping, me), "stop"));
        int port = server.start();
        PrintWriter out = spec.commandLine().getOut();
        var letters = engine.overview().total().determinations();
        out.println("Precedent serves " + TerminalResults.count(letters, "letter") + " on http://" + shownHost() + ":"
                + port + " (Ctrl-C stops it)");
        out.flush();
        stopping.await();
    }

    // Runs as the process goes down: the main thread closes server, index and database before it is gone.
    private static void stop(CountDownLatch stopping, Thread main) {
        stopping.countDown();
        try {
            main.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String shownHost() {
        return settings.others.host.equals("127.0.0.1") ? "localhost" : settings.others.host;
    }
}
