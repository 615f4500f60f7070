package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void withoutACommandShowsTheCommands() {
        var result = Cli.run();
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("no command given"), result.err());
        assertTrue(result.err().contains("settings"), result.err());
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        var result = Cli.run("setings");
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("settings"), result.err());
    }

    @Test
    void aWrongPortIsAUsageErrorThatNamesTheOption() {
        var result = Cli.run("settings", "--port", "abc");
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("--port") && result.err().contains("abc"), result.err());
    }

    @Test
    void aPortThatDoesNotExistIsAUsageError() {
        var result = Cli.run("serve", "--port", "99999");
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("expected 0 to 65535"), result.err());
    }

    @Test
    void settingsShowWhereAValueComesFrom() {
        var result = Cli.run("settings", "--port", "8123");
        assertEquals(Main.DONE, result.exitCode());
        assertTrue(result.out().lines().anyMatch(l -> l.matches("port +8123 +command line")), result.out());
        assertTrue(result.out().lines().anyMatch(l -> l.matches("host +127\\.0\\.0\\.1 +default")), result.out());
    }
}
