package org.precedent.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Training run for the JVM's ahead-of-time cache: ingests the sample determinations, runs {@code serve} on them and requests each kind of
 * page and search, so that the JVM records the classes and profiles needed at startup. The real command is run, because classes missing
 * from the cache are loaded and verified from the jars at every start.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = "Serve the samples briefly, to this process only, to train the AOT cache.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AotTrainingCommand implements Callable<Integer> {
    /** Query texts in every form of the query language, searched with and without filters. */
    private static final List<String> TEXTS = List.of(
            "pain",
            "medical necessity",
            "\"medical necessity\"",
            "treat*",
            "pain w/5 treatment",
            "pain /s therapy",
            "mri AND NOT surgery",
            "rationale:pain",
            "the patient has failed conservative treatment");

    private static final List<String> PAGES = List.of("/", "/help", "/insights", "/readyz", "/healthz");

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    @Option(names = "--port", description = "port of the loopback address; 0 for any")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // builds the command line with all commands, so that the cache contains their classes
        Main.commandLine();
        var folder = Files.createTempDirectory("precedent-rehearsal");
        try {
            var vocabularies = Vocabularies.bundled();
            try (var engine = LuceneEngine.open(folder.resolve("lucene"), vocabularies)) {
                BundledSamples.ingest(engine, vocabularies, InstantSource.system());
            }
            serve(folder, paths(vocabularies));
        } finally {
            remove(folder);
        }
        return Main.DONE;
    }

    private void serve(Path folder, List<String> paths) throws IOException, InterruptedException {
        String[] args = {"serve", "--index", folder.toString(), "--port", Integer.toString(port)};
        var line = Main.commandLineFor(args);
        try (var output = new PipedReader()) {
            var out = new PrintWriter(new PipedWriter(output));
            line.setOut(out);
            var server = Thread.ofPlatform().name("rehearsed").start(() -> {
                try (out) {
                    line.execute(args);
                }
            });
            try {
                var address = address(output);
                paths.forEach(path -> ask(address + path));
            } finally {
                stop(line);
                server.join();
            }
        }
    }

    /** Reads the server's address from its output. */
    private static String address(PipedReader output) throws IOException {
        var lines = new BufferedReader(output);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group();
            }
        }
        throw new IOException("the server ended before it was listening");
    }

    private static void stop(CommandLine line) {
        var serve = line.getSubcommands().get("serve");
        if (serve != null && serve.getCommand() instanceof ServeCommand command) {
            command.stop();
        }
    }

    private static List<String> paths(Vocabularies vocabularies) {
        var region = encoded(vocabularies.region().terms().getFirst().label());
        var searches = TEXTS.stream()
                .map(AotTrainingCommand::encoded)
                .flatMap(text -> Stream.of("?q=" + text, "?q=" + text + "&region=" + region));
        var filtered = Stream.of("?region=" + region, "?q=" + region, "?sort=newest", "");
        return Stream.concat(
                        PAGES.stream(),
                        Stream.concat(searches, filtered)
                                .flatMap(query -> Stream.of("/search" + query, "/search.json" + query)))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void ask(String address) {
        try (var page = URI.create(address).toURL().openStream()) {
            page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
