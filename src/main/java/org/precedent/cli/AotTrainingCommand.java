package org.precedent.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.precedent.cli.option.Settings;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.SavedSearches;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.Server;
import org.precedent.web.SiteRoutes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Training run for the JVM's ahead-of-time cache: serves the sample determinations briefly and requests each kind of page, so
 * that the JVM records the classes a start needs.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Serve the sample letters for a moment, to this process alone.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AotTrainingCommand implements Callable<Integer> {
    @Mixin
    private Settings settings;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // only the command that runs is made; the cache is to hold what all of them need
        Main.commandLine();
        var folder = Files.createTempDirectory("precedent-rehearsal");
        try {
            rehearse(folder);
        } finally {
            remove(folder);
        }
        return Main.DONE;
    }

    private void rehearse(Path folder) throws IOException, InterruptedException {
        var vocabularies = Vocabularies.bundled();
        var clock = InstantSource.system();
        try (var engine = LuceneEngine.open(folder.resolve("lucene"), vocabularies)) {
            BundledSamples.ingest(engine, vocabularies, clock);
            var searching = new SearchService(engine, vocabularies);
            try (var warming = WarmUp.start(searching, vocabularies);
                    var saved = SavedSearches.open(folder.resolve("precedent.db"), clock);
                    var server = new Server(
                            settings.serverOptions(),
                            searching,
                            parts -> new SiteRoutes(saved, clock).routes(parts.desk(), parts.pages()))) {
                warming.await();
                int port = server.start();
                for (var path : paths(vocabularies)) {
                    ask("http://127.0.0.1:" + port + path);
                }
            }
        }
    }

    private static List<String> paths(Vocabularies vocabularies) {
        var region = URLEncoder.encode(vocabularies.region().terms().getFirst().label(), StandardCharsets.UTF_8);
        return List.of(
                "/", "/search?q=" + region, "/search?region=" + region, "/search.json?q=" + region, "/help", "/readyz");
    }

    private static void ask(String address) throws IOException {
        try (var page = URI.create(address).toURL().openStream()) {
            page.readAllBytes();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
