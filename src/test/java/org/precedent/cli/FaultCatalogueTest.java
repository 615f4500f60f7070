package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;

/**
 * Catalog of faults in index files, and how every command reacts: it refuses to run and says how to recover without changing anything,
 * or it works on all determinations of the index. Once the fault is repaired, nothing is lost.
 */
class FaultCatalogueTest {
    private static final int LETTERS = 6;

    /** Files read when an index is opened: the pointer, the list of segments, segment descriptions, and stored fields. */
    private static final Pattern READ_FIRST = Pattern.compile("CURRENT|segments_|\\.si$|\\.fdt$");

    @TempDir
    private static Path folder;

    private static MaintenanceFixture intact;
    private static Path late;

    /** A way to damage an index. */
    private record Fault(String name, Consumer<Path> inflict) {}

    @BeforeAll
    static void fill() throws IOException {
        intact = new MaintenanceFixture(Files.createDirectory(folder.resolve("sound")))
                .withLetters(LETTERS)
                .ingested();
        var one = new MaintenanceFixture(Files.createDirectory(folder.resolve("late"))).withLetters(LETTERS + 1);
        late = one.letters().resolve(MaintenanceFixture.id(LETTERS) + ".txt");
    }

    /** Damages one file of each type in two or four ways, cycling through the ways to name the folder. */
    @TestFactory
    Stream<DynamicTest> anyFileOfTheIndexDamaged() {
        var kinds = new TreeMap<String, Path>();
        for (var file : TestFolders.files(intact.lucene())) {
            var name = file.getFileName().toString();
            kinds.putIfAbsent(
                    name.substring(name.lastIndexOf('.') + 1), intact.lucene().relativize(file));
        }
        kinds.remove("lock");
        assertTrue(kinds.size() > 15, kinds.toString());
        var styles = Stream.generate(() -> Stream.of(PathStyle.values()))
                .flatMap(all -> all)
                .iterator();
        return kinds.values().stream().flatMap(FaultCatalogueTest::faults).map(fault -> {
            var style = styles.next();
            return DynamicTest.dynamicTest(fault.name + ", " + style, () -> check(fault, style));
        });
    }

    private static Stream<Fault> faults(Path file) {
        var harms = Stream.of(
                new Fault(file + " deleted", lucene -> delete(lucene.resolve(file))),
                new Fault(file + " with one wrong bit", lucene -> {
                    var bytes = bytes(lucene.resolve(file));
                    bytes[bytes.length / 2] ^= 1;
                    write(lucene.resolve(file), bytes);
                }));
        var more = Stream.of(
                new Fault(file + " emptied", lucene -> write(lucene.resolve(file), new byte[0])),
                new Fault(file + " cut off", lucene -> {
                    var bytes = bytes(lucene.resolve(file));
                    write(lucene.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
                }));
        return READ_FIRST.matcher(file.toString()).find() ? Stream.concat(harms, more) : harms;
    }

    @TestFactory
    Stream<DynamicTest> theIndexInPieces() {
        var faults = List.of(
                new Fault("generation removed", lucene -> TestFolders.remove(lucene.resolve("gen-0001"))),
                new Fault(
                        "generation emptied",
                        lucene -> TestFolders.files(lucene.resolve("gen-0001")).forEach(FaultCatalogueTest::delete)),
                new Fault("another generation named", lucene -> write(lucene.resolve("CURRENT"), "gen-0002\n")),
                new Fault("a name that is none", lucene -> write(lucene.resolve("CURRENT"), "gen-00x1\n")),
                new Fault("no checksum, no end", lucene -> write(lucene.resolve("CURRENT"), "gen-0001")),
                new Fault("pointer and list of segments deleted", lucene -> {
                    delete(lucene.resolve("CURRENT"));
                    delete(lucene.resolve("gen-0001").resolve("segments_2"));
                }));
        return Arrays.stream(PathStyle.values())
                .flatMap(style -> faults.stream()
                        .map(fault -> DynamicTest.dynamicTest(fault.name + ", " + style, () -> check(fault, style))));
    }

    private static void check(Fault fault, PathStyle style) throws IOException {
        var place = Files.createTempDirectory(folder, "case");
        TestFolders.copy(intact.index(), place.resolve("index"));
        var fixture = new MaintenanceFixture(style.name(place));
        fault.inflict.accept(fixture.lucene());
        var damaged = TestFolders.content(fixture.lucene());

        assertRefused(fixture.run("verify"), fault);
        var copy = place.resolve("copy");
        assertRefused(fixture.run("backup", copy.toString()), fault);
        assertFalse(Files.exists(copy), "no copy of a damaged index appears");
        assertRefused(fixture.run("reindex"), fault);
        var found = fixture.run("search", "--json");
        assertTrue(
                found.exitCode() == Main.FAILED || found.out().contains("\"determinations\":" + LETTERS),
                () -> "a damaged index is not an empty one: " + found);
        assertEquals(damaged, TestFolders.content(fixture.lucene()), "nothing was changed");

        var ingested = fixture.run("ingest", late.toString());
        if (ingested.exitCode() == Main.FAILED) {
            assertRefused(ingested, fault);
            assertEquals(damaged, TestFolders.content(fixture.lucene()), "nothing was changed");
        }
        repair(fixture);
        fixture.assertSound("after " + fault.name + " was mended");
        var there = fixture.firstSeen();
        assertTrue(there.entrySet().containsAll(intact.firstSeen().entrySet()), () -> "left: " + there.keySet());
        assertEquals(ingested.exitCode() == Main.DONE ? LETTERS + 1 : LETTERS, there.size());
    }

    private static void assertRefused(Cli.Result result, Fault fault) {
        var said = result.out() + result.err();
        assertEquals(Main.FAILED, result.exitCode(), () -> fault.name + ": " + said);
        assertTrue(
                Stream.of("restore a backup", "write the line gen-0001 into it", "run `precedent verify`")
                        .anyMatch(said::contains),
                () -> fault.name + ": " + said);
        assertFalse(said.contains("\tat "), said);
    }

    /** Restores the damaged files only; what a command has written since then is kept. */
    private static void repair(MaintenanceFixture fixture) throws IOException {
        for (var file : TestFolders.files(intact.lucene())) {
            var name = intact.lucene().relativize(file).toString();
            var place = fixture.lucene().resolve(name);
            if (!name.endsWith("write.lock") && !isSuperseded(fixture, name)) {
                Files.createDirectories(place.getParent());
                write(place, bytes(file));
            }
        }
    }

    // a successful ingest commits a new list of segments and deletes the previous one
    private static boolean isSuperseded(MaintenanceFixture fixture, String name) {
        return name.contains("segments_") && Files.exists(fixture.lucene().resolve("gen-0001/segments_3"));
    }

    @Test
    void aPointerOfAnEarlierVersionIsReadAndRenewed() throws IOException {
        var place = Files.createTempDirectory(folder, "case");
        TestFolders.copy(intact.index(), place.resolve("index"));
        var fixture = new MaintenanceFixture(place);
        var pointer = fixture.lucene().resolve("CURRENT");
        var sealed = Files.readString(pointer);
        assertTrue(sealed.matches("gen-0001 [0-9a-f]{8}\n"), sealed);
        Files.writeString(pointer, "gen-0001\n");
        fixture.assertSound("without a checksum");
        assertEquals(LETTERS, fixture.firstSeen().size());
        assertEquals(Main.DONE, fixture.run("ingest", late.toString()).exitCode());
        assertEquals(sealed, Files.readString(pointer));
        assertEquals(LETTERS + 1, fixture.firstSeen().size());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        write(file, content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
