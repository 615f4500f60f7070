package org.precedent.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.cli.Main;

class DatabaseOptionTest {
    private static final String URL = "jdbc:postgresql://127.0.0.1:9/precedent";

    @TempDir
    private Path folder;

    @Test
    void anAddressThatIsNotOfPostgreSqlIsRejected() {
        assertUsage("expected jdbc:postgresql://HOST/NAME, got \"saved.db\"", "--database", "saved.db");
        assertUsage("expected jdbc:postgresql://HOST/NAME", "--database", "jdbc:mysql://127.0.0.1/precedent");
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        assertUsage("must contain neither user nor password", "--database", URL + "?user=a&password=b");
        assertUsage("must contain neither user nor password", "--database", URL + "?PASSWORD=b");
    }

    @Test
    void settingsShowThePasswordsFileAndNotThePassword() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "not to be shown\n");
        var result = Cli.run(
                "settings", "--database", URL, "--database-user", "anna", "--database-password-file", file.toString());
        assertEquals(Main.DONE, result.exitCode(), result.err());
        assertTrue(result.out().contains(URL) && result.out().contains(file.toString()), result.out());
        assertFalse(result.out().contains("not to be shown"), result.out());
        assertUsage(
                "--database-password-file: " + folder.resolve("absent") + ": no such file",
                "--database",
                URL,
                "--database-password-file",
                folder.resolve("absent").toString());
    }

    @Test
    void anUnreachableDatabaseIsReported() throws IOException {
        var index = folder.resolve("index");
        Files.createDirectories(index.resolve("lucene"));
        var result = Cli.run("serve", "--port", "0", "--index", index.toString(), "--database", URL);
        assertEquals(Main.FAILED, result.exitCode(), result.out());
        assertTrue(
                result.err().contains(URL + ": ") && result.err().contains("check that the database server is running"),
                result.err());
        var saved = Cli.run("saved", "--index", index.toString(), "--database", URL);
        assertEquals(Main.FAILED, saved.exitCode());
        assertTrue(saved.err().contains("check that the database server is running"), saved.err());
        assertFalse(Files.exists(index.resolve("precedent.db")), "no file instead");
    }

    private static void assertUsage(String message, String... options) {
        var args = new String[options.length + 1];
        args[0] = "settings";
        System.arraycopy(options, 0, args, 1, options.length);
        var result = Cli.run(args);
        assertEquals(Main.USAGE, result.exitCode(), result.out());
        assertTrue(result.err().contains(message), result.err());
    }
}
