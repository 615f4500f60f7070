package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.TestFolders;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/**
 * Data of earlier versions is migrated, or refused with a message that says how to proceed; nothing is lost.
 */
class UpgradeTest {
    private static final Path OLD = Path.of("src/test/resources/old");
    private static final Map<String, Map<String, Instant>> FIRST_SEEN = Map.of(
            "first",
            Map.of(
                    "CM13-9900001", Instant.parse("2026-11-21T01:38:42.542Z"),
                    "CM17-9900001", Instant.parse("2026-11-21T01:38:42.634Z"),
                    "sample-l3a-01", Instant.parse("2026-11-21T01:38:42.650Z")),
            "second",
            Map.of(
                    "CM13-9900001", Instant.parse("2026-11-21T09:13:44.387Z"),
                    "CM17-9900001", Instant.parse("2026-11-21T09:13:44.393Z"),
                    "sample-l3a-01", Instant.parse("2026-11-21T09:13:44.408Z")),
            "third",
            Map.of(
                    "CM13-9900001", Instant.parse("2026-11-27T17:38:18.908Z"),
                    "CM17-9900001", Instant.parse("2026-11-27T17:38:19.038Z"),
                    "sample-l3a-01", Instant.parse("2026-11-27T17:38:19.041Z")),
            "fourth",
            Map.of(
                    "CM13-9900001", Instant.parse("2026-11-27T20:22:11.463Z"),
                    "CM17-9900001", Instant.parse("2026-11-27T20:22:11.505Z"),
                    "sample-l3a-01", Instant.parse("2026-11-27T20:22:11.623Z")),
            "fifth",
            Map.of(
                    "CM13-9900001", Instant.parse("2026-11-28T15:55:34.761Z"),
                    "CM17-9900001", Instant.parse("2026-11-28T15:55:34.771Z"),
                    "sample-l3a-01", Instant.parse("2026-11-28T15:55:34.802Z")));

    @TempDir
    private Path folder;

    private void copy(String version) {
        TestFolders.copy(OLD.resolve(version), index());
    }

    private Path index() {
        return folder.resolve("index");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third", "fourth", "fifth"})
    void oldIndexIsRefusedWithARemedyAndLeftUnchanged(String version) {
        copy(version);
        var before = TestFolders.content(index().resolve("lucene"));
        var letters = Path.of("src/main/resources/samples/CM17-9900001.txt").toString();
        for (var command : List.of("search neck", "serve --port 0", "ingest " + letters, "verify")) {
            var result = run(command);
            assertEquals(Main.FAILED, result.exitCode(), command);
            var said = result.out() + result.err();
            assertTrue(said.contains("written by another version"), command + ": " + said);
            assertTrue(said.contains("run `precedent reindex`"), command + ": " + said);
            assertEquals(before, TestFolders.content(index().resolve("lucene")), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third", "fourth", "fifth"})
    void anOldIndexIsRebuiltWithAllItsLettersAndTheirTimes(String version) throws IOException {
        copy(version);
        var result = run("reindex");
        assertEquals(Main.DONE, result.exitCode(), result.err());
        assertTrue(result.err().contains("3 determinations"), result.err());
        assertEquals(Main.DONE, run("verify").exitCode());
        var times = Objects.requireNonNull(FIRST_SEEN.get(version));
        var firstSeen = new TreeMap<String, Instant>();
        try (var engine = LuceneEngine.open(index().resolve("lucene"), Vocabularies.bundled())) {
            for (var id : times.keySet()) {
                var letter = engine.findLetter(id, new Query.Everything()).orElseThrow();
                firstSeen.put(id, letter.firstSeen());
                assertEquals(text(id), letter.determination().origin().text(), id);
            }
        }
        assertEquals(new TreeMap<>(times), firstSeen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second", "third", "fourth", "fifth"})
    void anOldIndexCanBeCopiedAsItIs(String version) {
        copy(version);
        var copy = folder.resolve("copy");
        assertEquals(Main.DONE, run("backup " + copy).exitCode());
        assertEquals(Main.DONE, Cli.run("reindex", "--index", copy.toString()).exitCode());
        assertEquals(Main.DONE, Cli.run("verify", "--index", copy.toString()).exitCode());
    }

    @Test
    void oldSavedSearchesAreMigratedAsTheyAreOpened() {
        copy("first");
        try (var saved = SavedSearches.open(index().resolve("precedent.db"), InstantSource.system())) {
            assertEquals(3, saved.count());
            var list = saved.ownedBy(Owner.ofToken("the owner of the old list"));
            assertEquals(
                    List.of("/search?q=neck", "/search?region=Shoulder"),
                    list.stream().map(s -> s.draft().url()).sorted().toList());
            var opened = list.stream().filter(s -> s.opened().isPresent()).toList();
            assertEquals(
                    List.of("Schultern – und mehr"),
                    opened.stream().map(s -> s.draft().name()).toList());
            assertEquals(List.of(), saved.damage());
        }
    }

    private static String text(String id) throws IOException {
        return Files.readString(Path.of("src/main/resources/samples", id + ".txt"));
    }

    private Cli.Result run(String command) {
        var args = new ArrayList<>(List.of(command.split(" ", -1)));
        args.addAll(List.of("--index", index().toString()));
        return Cli.run(args.toArray(String[]::new));
    }
}
