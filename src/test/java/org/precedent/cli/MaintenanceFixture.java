package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.Draft;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;
import org.precedent.search.LetterHit;
import org.precedent.search.Search;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * A folder with letters, an index, and saved searches.
 */
final class MaintenanceFixture {
    private static final Vocabularies VOCABULARIES = Vocabularies.bundled();
    private static final Path TEMPLATE = Path.of("src/main/resources/samples/CM18-9900004.txt");

    private final Path folder;

    MaintenanceFixture(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path index() {
        return folder.resolve("index");
    }

    Path lucene() {
        return index().resolve("lucene");
    }

    Path database() {
        return index().resolve("precedent.db");
    }

    Path letters() {
        return folder.resolve("letters");
    }

    /**
     * Writes {@code count} fictional letters into the folder of letters, each with its own case number.
     */
    MaintenanceFixture withLetters(int count) {
        try {
            Files.createDirectories(letters());
            var template = Files.readString(TEMPLATE);
            for (int i = 0; i < count; i++) {
                Files.writeString(letters().resolve(id(i) + ".txt"), template.replace("CM18-9900004", id(i)));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String id(int number) {
        return "CM18-98%05d".formatted(number);
    }

    MaintenanceFixture withSaved(int count) {
        try (var saved = SavedSearches.open(database(), InstantSource.system())) {
            for (int i = 0; i < count; i++) {
                saved.create(Owner.ofToken("somebody"), new Draft("search " + i, "", "/search?q=a" + i), Instant.EPOCH);
            }
        }
        return this;
    }

    /**
     * Runs a command on the index, in this process.
     */
    Cli.Result run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--index", index().toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    /**
     * Ingests all letters; throws an {@link AssertionError} if the command fails.
     */
    MaintenanceFixture ingested() {
        var result = run("ingest", letters().toString());
        assertEquals(Main.DONE, result.exitCode(), result.err());
        return this;
    }

    /**
     * The time each determination was first seen, by id.
     *
     * @throws IllegalStateException if a determination is in the index twice
     */
    Map<String, Instant> firstSeen() {
        var found = new TreeMap<String, Instant>();
        try (var engine = LuceneEngine.open(lucene(), VOCABULARIES)) {
            engine.export(everything(engine), hit -> keep(found, hit));
        }
        return found;
    }

    private static void keep(Map<String, Instant> found, LetterHit hit) {
        if (found.put(hit.id(), hit.ingested().firstSeen()) != null) {
            throw new IllegalStateException(hit.id() + ": found twice");
        }
    }

    private static Search everything(LuceneEngine engine) {
        return switch (new SearchService(engine, VOCABULARIES).interpret(SearchRequest.EVERYTHING)) {
            case Interpretation.Valid understandable -> understandable.search();
            case Interpretation.Invalid wrong -> throw new IllegalStateException(wrong.toString());
        };
    }

    /**
     * Fails if {@code verify} reports a problem.
     */
    void assertSound(String when) {
        var result = run("verify");
        assertEquals(Main.DONE, result.exitCode(), () -> when + ": " + result.out() + result.err());
    }
}
