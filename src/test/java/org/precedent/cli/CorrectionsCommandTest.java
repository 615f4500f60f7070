package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;

class CorrectionsCommandTest {
    private static final String ID = "CM18-9900004";
    private static final String LINE = ID + "\t1\tregion\tWrist\tHand\tthe base of the thumb\n";

    @TempDir
    Path folder;

    private Path letters;
    private Path index;

    @BeforeEach
    void takeTheSamples() throws IOException {
        letters = Files.createDirectory(folder.resolve("letters"));
        BundledSamples.unpack(letters);
        index = folder.resolve("index");
        assertDone(run("ingest", letters.toString()));
    }

    private Cli.Result run(String... args) {
        return on(index, args);
    }

    private static Cli.Result on(Path index, String... args) {
        var all = new java.util.ArrayList<>(List.of(args));
        all.addAll(List.of("--index", index.toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private static void assertDone(Cli.Result result) {
        assertEquals(Main.DONE, result.exitCode(), result.err());
    }

    private static boolean isWrist(Path index) {
        return on(index, "search", "case:" + ID, "--region", "Wrist").out().contains(ID);
    }

    private Correction correct() {
        try (var saved = SavedSearches.open(index.resolve("precedent.db"), InstantSource.system())) {
            return saved.corrections()
                    .add(
                            Owner.ofToken("me"),
                            new Correction.Place(ID, 1, CorrectedField.REGION),
                            List.of("Wrist"),
                            List.of("Hand"),
                            "the base of the thumb");
        }
    }

    @Test
    void ingestHonorsACorrectionThoughTheLetterIsKnown() {
        var created = correct();
        assertTrue(!isWrist(index));
        var ingested = run("ingest", letters.toString());
        assertDone(ingested);
        assertTrue(ingested.err().contains("applied corrections to 1 determination"), ingested.err());
        assertTrue(isWrist(index));
        assertTrue(
                run("ingest", letters.toString()).err().contains("0 replaced")
                        || !run("ingest", letters.toString()).err().contains("brought"),
                "nothing is written again");
        assertDone(run("reindex"));
        assertTrue(isWrist(index), "after a rebuild");
        assertDone(run("corrections", "--withdraw", created.id()));
        assertTrue(!isWrist(index), "after it was withdrawn");
        assertDone(run("reindex"));
        assertTrue(!isWrist(index));
        assertEquals(Main.FAILED, run("corrections", "--withdraw", "x").exitCode());
    }

    @Test
    void aDeterminationTakenDownTakesItsCorrectionsAlong() throws IOException {
        correct();
        Files.writeString(index.resolve("takedown.txt"), ID + "\n");
        assertDone(run("ingest", letters.toString()));
        try (var saved = SavedSearches.openToRead(index.resolve("precedent.db"), InstantSource.system())) {
            assertEquals(List.of(), saved.corrections().all());
        }
    }

    @Test
    void rebuiltIndexHonorsTheCorrections() throws IOException {
        correct();
        var another = folder.resolve("another");
        Files.createDirectory(another);
        try (var saved = SavedSearches.openToRead(index.resolve("precedent.db"), InstantSource.system())) {
            saved.backup(another.resolve("precedent.db"));
        }
        assertDone(on(another, "ingest", letters.toString()));
        assertTrue(isWrist(another));
    }

    @Test
    void backupsKeepCorrections() {
        correct();
        assertDone(run("ingest", letters.toString()));
        var copy = folder.resolve("copy");
        assertDone(run("backup", copy.toString()));
        assertTrue(isWrist(copy));
        assertTrue(on(copy, "corrections").out().contains("the base of the thumb"));
        assertDone(on(copy, "reindex"));
        assertTrue(isWrist(copy));
    }

    @Test
    void exportedCorrectionsAreImportedElsewhere() throws IOException {
        correct();
        var file = folder.resolve("corrections.tsv");
        assertDone(run("corrections", "--export", file.toString()));
        var another = folder.resolve("another");
        assertDone(on(another, "ingest", letters.toString()));
        var taken = on(another, "corrections", "--import", file.toString());
        assertDone(taken);
        assertTrue(taken.err().contains("imported 1 correction"), taken.err());
        assertTrue(isWrist(another));
        assertTrue(on(another, "corrections", "--import", file.toString()).err().contains("imported 0 corrections"));
        var listed = on(another, "corrections");
        assertTrue(
                listed.out().contains(ID + ", issue 1\n    Body region corrected by hand from “Hand” to “Wrist”"),
                listed.out());
    }

    @Test
    void aFileWithAnInvalidLineIsNotImportedAtAll() throws IOException {
        var file = Files.writeString(folder.resolve("c.tsv"), LINE + ID + "\t1\tregion\tAtlantis\t\tr\n");
        var result = run("corrections", "--import", file.toString());
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(result.err().contains("line 2: “Atlantis” is not one of the available values"), result.err());
        assertEquals("", run("corrections").out());
        assertEquals(Main.USAGE, run("corrections", "--import", "missing.tsv").exitCode());
    }
}
