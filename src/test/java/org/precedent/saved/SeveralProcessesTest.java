package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several real processes on one database file.
 */
class SeveralProcessesTest {
    private static final int EACH = 60;

    @TempDir
    Path folder;

    @Test
    void twoServersLoseNothing() throws InterruptedException {
        var processes = Stream.of("a", "b").map(name -> start(name, EACH)).toList();
        var printed = processes.stream()
                .map(process -> CompletableFuture.supplyAsync(() -> lines(process)))
                .toList();
        for (var process : processes) {
            assertEquals(0, process.waitFor());
        }
        try (var saved = open()) {
            for (var ids : printed) {
                assertEquals(EACH, ids.join().size());
                ids.join().forEach(id -> assertTrue(saved.find(id).isPresent(), id));
            }
            assertEquals(2L * EACH, saved.count());
            assertEquals(List.of(), saved.damage());
        }
    }

    @Test
    void whatWasAnsweredSurvivesAKilledProcess() throws IOException, InterruptedException {
        for (int answered : List.of(1, 7, 30)) {
            var process = start("killed" + answered, 100_000);
            var out = process.inputReader();
            var ids = Stream.generate(() -> next(out)).limit(answered).toList();
            process.destroyForcibly().waitFor();
            try (var saved = open()) {
                ids.forEach(id -> assertTrue(saved.find(id).isPresent(), id));
                assertEquals(List.of(), saved.damage());
            }
        }
    }

    private SavedSearches open() {
        return SavedSearches.open(folder.resolve("precedent.db"), InstantSource.system());
    }

    private Process start(String name, int count) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SavingProcess.class.getName(),
                folder.resolve("precedent.db").toString(),
                name,
                Integer.toString(count));
        try {
            return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Process process) {
        return process.inputReader().lines().toList();
    }

    private static String next(java.io.BufferedReader out) {
        try {
            return String.valueOf(out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
