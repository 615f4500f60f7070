package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.json.Json;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.RandomRequests;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;

class SearchCommandTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void ingestTheSamples() throws IOException {
        var letters = Files.createDirectory(folder.resolve("letters"));
        BundledSamples.unpack(letters);
        assertEquals(Main.DONE, search("ingest", letters.toString()).exitCode());
    }

    @Test
    void optionsAndLinksAskTheSame() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            var request = RandomRequests.random(random);
            var byLink = search("search", "--json", SearchUrl.path(request));
            var byOptions = search(options(request));
            assertEquals(byLink, byOptions, "seed " + seed + ": " + SearchUrl.path(request));
        }
    }

    @Test
    void aLinkIsTakenAsTheBrowserShowsIt() {
        var asked = search("search", "--json", "http://localhost:7070/search?region=Knee");
        var url = Json.read(asked.out(), Map.class).get("query") instanceof Map<?, ?> query ? query.get("url") : null;
        assertEquals("/search?region=Knee", url);
        var both = search("search", "--region", "Hand", "/search?region=Knee");
        assertEquals(Main.USAGE, both.exitCode());
        assertTrue(both.err().contains("leave out --region"), both.err());
    }

    @ParameterizedTest
    @CsvSource({"ar, EG", "hi, IN", "tr, TR", "de, DE"})
    void digitsAndCaseDoNotFollowTheLocale(String language, String country) {
        var options = "JAVA_TOOL_OPTIONS=-Duser.language=" + language + " -Duser.country=" + country
                + " -Djava.locale.useOldISOCodes=false";
        var index = folder.resolve("index").toString();
        for (var query : List.of("MRI", "INJECTION", "region:CERVICAL", "MRI knee")) {
            var expected = search("search", query);
            try (var process = RealProcess.start(folder, List.of("env", options), "search", query, "--index", index)) {
                process.exitCode();
                var said = process.said()
                        .lines()
                        .filter(line -> !line.startsWith("Picked up "))
                        .toList();
                assertEquals(
                        (expected.out() + expected.err()).lines().sorted().toList(),
                        said.stream().sorted().toList());
            }
        }
    }

    @Test
    void reportsAMissingIndexWithoutCreatingOne() {
        var nowhere = folder.resolve("nowhere");
        var result = Cli.run("search", "--index", nowhere.toString(), "MRI");
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains(nowhere + ": contains no index"), result.err());
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void reportsTruncatedOutput() {
        var err = new StringWriter();
        var line = Main.commandLine();
        line.setOut(new PrintWriter(new FullDisk(), true));
        line.setErr(new PrintWriter(err, true));
        assertEquals(
                Main.FAILED,
                line.execute("search", "--index", folder.resolve("index").toString(), "--csv", "MRI"));
        assertTrue(err.toString().contains("standard output is closed or its disk is full"), err.toString());
    }

    /** Behaves like {@code /dev/full}. */
    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void saysWhenOnlySomeOfTheWordsAreThere() {
        var some = search("search", "knee", "zuletzo", "brace");
        assertEquals(Main.DONE, some.exitCode(), some.err());
        assertTrue(some.err().contains("No issue has all these words."), some.err());
        assertTrue(some.err().contains("No issue has “zuletzo”."), some.err());
        assertFalse(search("search", "--match", "all", "knee", "zuletzo").err().contains("Showing issues"));
    }

    @Test
    void advisesWhereNothingIsFound() {
        var nothing = search("search", "region:Knee AND zuletzo");
        assertEquals(Main.DONE, nothing.exitCode());
        assertEquals("", nothing.out());
        assertTrue(nothing.err().contains("Without "), nothing.err());
    }

    @Test
    void namesWhatIsWrongWithAnOption() {
        var wrong = Map.of(
                List.of("--sort", "newst"), "did you mean",
                List.of("--not", "regon=Knee"), "not.region",
                List.of("--not", "Knee"), "region=Knee",
                List.of("--from", "yesterday"), "2016-12-09",
                List.of("--size", "1000"), "from 1 to 100",
                List.of("/search?regoin=Knee"), "region");
        wrong.forEach((options, said) -> {
            var args = new ArrayList<>(List.of("search"));
            args.addAll(options);
            var answer = search(args.toArray(String[]::new));
            assertEquals(Main.USAGE, answer.exitCode(), answer.err());
            assertTrue(answer.err().lines().findFirst().orElse("").contains(said), answer.err());
        });
    }

    private static String[] options(SearchRequest request) {
        var args = new ArrayList<>(List.of("search", "--json"));
        for (var facet : Facet.values()) {
            request.selection().chosen().getOrDefault(facet, java.util.Set.of()).forEach(v -> {
                args.add("--" + facet.parameter());
                args.add(v);
            });
            request.selection()
                    .excluded()
                    .getOrDefault(facet, java.util.Set.of())
                    .forEach(v -> {
                        args.add("--not");
                        args.add(facet.parameter() + "=" + v);
                    });
        }
        request.selection().decided().from().ifPresent(d -> args.addAll(List.of("--from", d.toString())));
        request.selection().decided().to().ifPresent(d -> args.addAll(List.of("--to", d.toString())));
        args.addAll(List.of(
                "--scope",
                request.options().scope().name(),
                "--sort",
                request.sort().parameter()));
        request.options().match().ifPresent(m -> args.addAll(List.of("--match", m.name())));
        if (request.options().summary()) {
            args.add("--summary");
        }
        args.addAll(List.of("--group", request.paging().grouping().name()));
        if (request.literal()) {
            args.add("--words");
        }
        request.paging().after().ifPresent(id -> args.addAll(List.of("--after", id)));
        args.addAll(List.of("--page", "" + request.page(), "--size", "" + request.size(), "--", request.text()));
        return args.toArray(String[]::new);
    }

    private static Cli.Result search(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(1, List.of("--index", folder.resolve("index").toString()));
        return Cli.run(all.toArray(String[]::new));
    }
}
