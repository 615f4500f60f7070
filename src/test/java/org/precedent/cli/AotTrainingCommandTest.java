package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AotTrainingCommandTest {
    @Test
    void asksForEveryKindOfPageAndLeavesNothingBehind() throws IOException {
        long before = rehearsals();
        assertEquals(Main.DONE, Main.run("rehearse", "--port", "0"));
        assertEquals(before, rehearsals());
    }

    private static long rehearsals() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("precedent-rehearsal"))
                    .count();
        }
    }
}
