package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;

/**
 * The real program, killed with SIGKILL at random moments: everything it had reported as done is kept, exactly once; nothing is damaged;
 * the next run succeeds. {@code -Dseed=N} repeats a run as far as the machine allows, {@code -Dkill.times=N} multiplies the number of
 * rounds by N.
 */
class KillTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int TIMES = Integer.getInteger("kill.times", 1);
    private static final int LETTERS = 30;
    private static final Pattern SETTLED = Pattern.compile("\"status\":\"indexed\",\"id\":\"([^\"]+)\"");
    private static final AtomicInteger ROUNDS = new AtomicInteger();
    private static final AtomicInteger AT_WORK = new AtomicInteger();

    @TempDir
    private static Path folder;

    /** A point in the work that can be observed from outside the process. */
    private record Phase(String name, BooleanSupplier reached) {}

    /** The actions of one round. */
    private interface Round {
        void with(MaintenanceFixture fixture, Random random) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> killedWhileTakingLettersIn() {
        var letters = new MaintenanceFixture(folder.resolve("ingest")).withLetters(LETTERS);
        return rounds("ingest", 18, (fixture, random) -> {
            Files.createSymbolicLink(fixture.letters(), letters.letters().toAbsolutePath());
            var said = new TreeSet<String>();
            for (int kills = 1 + random.nextInt(2); kills > 0; kills--) {
                killIngest(fixture, random);
                said.addAll(settled(fixture));
                fixture.assertSound("after the kill");
                assertTrue(fixture.firstSeen().keySet().containsAll(said), () -> "lost of " + said);
            }
            fixture.ingested();
            assertEquals(LETTERS, fixture.firstSeen().size());
            fixture.assertSound("after the next run");
        });
    }

    private void killIngest(MaintenanceFixture fixture, Random random) {
        int lines = 1 + random.nextInt(LETTERS - 2);
        var generation = fixture.lucene().resolve("gen-0001");
        var phase = pick(
                random,
                new Phase("the index's folder appears", () -> Files.exists(generation)),
                new Phase("the lock appears", () -> Files.exists(generation.resolve("write.lock"))),
                new Phase("the first commit", () -> Files.exists(generation.resolve("segments_1"))),
                new Phase(lines + " letters are settled", () -> settled(fixture).size() >= lines),
                new Phase(lines + " letters are settled", () -> settled(fixture).size() >= lines),
                new Phase(lines + " letters are settled", () -> settled(fixture).size() >= lines));
        var batch = Integer.toString(1 + random.nextInt(4));
        kill(
                fixture,
                phase,
                random,
                "ingest",
                fixture.letters().toString(),
                "--batch",
                batch,
                "--report",
                report(fixture).toString());
    }

    private static Path report(MaintenanceFixture fixture) {
        return fixture.folder().resolve("report.json");
    }

    /** Ids of the letters that the killed run had reported as done, which it does only after committing them. */
    private static Set<String> settled(MaintenanceFixture fixture) {
        var ids = new TreeSet<String>();
        SETTLED.matcher(textOf(fixture.folder().resolve("report.json.part")))
                .results()
                .forEach(m -> ids.add(m.group(1)));
        return ids;
    }

    @TestFactory
    Stream<DynamicTest> killedWhileRebuilding() {
        var full = new MaintenanceFixture(folder.resolve("reindex"))
                .withLetters(LETTERS)
                .ingested();
        return rounds("reindex", 14, (fixture, random) -> {
            TestFolders.copy(full.index(), fixture.index());
            var before = fixture.firstSeen();
            for (int kills = 1 + random.nextInt(2); kills > 0; kills--) {
                kill(fixture, rebuilding(fixture, random), random, "reindex");
                fixture.assertSound("after the kill");
                assertEquals(before, fixture.firstSeen());
            }
            assertEquals(Main.DONE, fixture.run("reindex").exitCode());
            assertEquals(before, fixture.firstSeen());
            fixture.assertSound("after the next run");
            assertEquals(1, generations(fixture), "generations that nobody needs are gone");
        });
    }

    private static Phase rebuilding(MaintenanceFixture fixture, Random random) {
        var current = textOf(fixture.lucene().resolve("CURRENT"));
        int old = generations(fixture);
        return pick(
                random,
                new Phase("a second generation", () -> generations(fixture) > old),
                new Phase("a second generation", () -> generations(fixture) > old),
                new Phase("its letters", () -> filesNamed(fixture, "_0.fdt") > old),
                new Phase("its commit", () -> filesNamed(fixture, "segments_1") > old),
                new Phase("the switch", () -> Files.exists(fixture.lucene().resolve("CURRENT.new"))),
                new Phase(
                        "switched",
                        () -> !textOf(fixture.lucene().resolve("CURRENT")).equals(current)));
    }

    @TestFactory
    Stream<DynamicTest> killedWhileCopying() {
        var full = new MaintenanceFixture(folder.resolve("backup"))
                .withLetters(LETTERS)
                .ingested()
                .withSaved(20);
        var before = full.firstSeen();
        return rounds("backup", 10, (fixture, random) -> {
            var copy = new MaintenanceFixture(fixture.folder().resolve("copies"));
            Files.createDirectory(fixture.folder().resolve("copies"));
            kill(
                    full,
                    fixture.folder(),
                    copying(copy, random),
                    random,
                    "backup",
                    copy.index().toString());
            full.assertSound("after the kill");
            if (Files.exists(copy.index())) {
                assertEquals(before, copy.firstSeen(), "a copy that is there is whole");
                copy.assertSound("the copy");
                TestFolders.remove(copy.index());
            }
            assertEquals(Main.DONE, full.run("backup", copy.index().toString()).exitCode());
            assertEquals(before, copy.firstSeen());
            copy.assertSound("the next copy");
            assertEquals(
                    TestFolders.files(copy.index()), TestFolders.files(copy.folder()), "nothing is left beside it");
        });
    }

    private static Phase copying(MaintenanceFixture copy, Random random) {
        int files = 1 + random.nextInt(20);
        return pick(
                random,
                new Phase(files + " files", () -> count(copy.folder()) >= files),
                new Phase(files + " files", () -> count(copy.folder()) >= files),
                new Phase("the copy", () -> Files.exists(copy.index())));
    }

    @AfterAll
    static void mostWereKilledWhileWriting() {
        System.out.println("killed at work: " + AT_WORK + " of " + ROUNDS);
        assertTrue(
                AT_WORK.get() > ROUNDS.get() * 2 / 3,
                AT_WORK + " of " + ROUNDS + " runs were killed before they had ended, seed " + SEED);
    }

    private static Stream<DynamicTest> rounds(String kind, int count, Round round) {
        return IntStream.range(0, count * TIMES).mapToObj(i -> {
            var random = new Random(SEED + 1000L * kind.hashCode() + i);
            return DynamicTest.dynamicTest(kind + " " + i + ", seed " + SEED, () -> {
                var fixture = new MaintenanceFixture(Files.createDirectory(folder.resolve(kind + "-" + i)));
                round.with(fixture, random);
            });
        });
    }

    private static Phase pick(Random random, Phase... phases) {
        return List.of(phases).get(random.nextInt(phases.length));
    }

    private static void kill(MaintenanceFixture fixture, Phase phase, Random random, String... args) {
        kill(fixture, fixture.folder(), phase, random, args);
    }

    private static void kill(MaintenanceFixture fixture, Path log, Phase phase, Random random, String... args) {
        ROUNDS.incrementAndGet();
        try (var process = RealProcess.start(
                log,
                Stream.concat(
                                Stream.of(args),
                                Stream.of("--index", fixture.index().toString()))
                        .toArray(String[]::new))) {
            boolean atWork = process.killWhen(phase.reached, random.nextInt(3_000_000));
            if (atWork) {
                AT_WORK.incrementAndGet();
            } else {
                assertEquals(Main.DONE, process.exitCode(), () -> phase.name + ": " + process.said());
            }
        }
    }

    private static int generations(MaintenanceFixture fixture) {
        try (var entries = Files.list(fixture.lucene())) {
            return (int) entries.filter(Files::isDirectory).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // tolerates files that come and go while counting
    private static int count(Path folder) {
        var entries = folder.toFile().listFiles();
        int found = 0;
        for (var entry : entries == null ? new File[0] : entries) {
            found += entry.isDirectory() ? count(entry.toPath()) : 1;
        }
        return found;
    }

    private static int filesNamed(MaintenanceFixture fixture, String name) {
        int found = 0;
        for (int i = 1; i < 10; i++) {
            found += Files.exists(fixture.lucene().resolve("gen-000" + i).resolve(name)) ? 1 : 0;
        }
        return found;
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
