package org.precedent.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.cli.Cli;
import org.precedent.cli.Main;
import org.precedent.cli.ServeCommand;
import org.precedent.web.ServerOptions;
import org.precedent.web.access.Access.Audience;
import picocli.CommandLine;

class AccessOptionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--host 0.0.0.0",
                "--host ::",
                "--host 192.0.2.7",
                "--name imr.example.org",
                "--trusted-proxy 127.0.0.1"
            })
    void lettingOthersComeDemandsAChoice(String way) {
        var result = Cli.run(("serve " + way).split(" ", -1));
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains(way), result.err());
        for (var choice : new String[] {"--public", "--password-file", "--proxy-secret-file"}) {
            assertTrue(result.err().contains(choice), result.err());
        }
    }

    @Test
    void thisMachineAloneNeedsNone() {
        assertEquals(Audience.THIS_MACHINE, options().access().audience());
        assertEquals(Audience.THIS_MACHINE, options("--host", "::1").access().audience());
        assertEquals(0, options().limits().rate());
    }

    @Test
    void aChoiceIsTaken() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "  correct horse battery \nsecond line\n");
        var open = options("--host", "0.0.0.0", "--public");
        assertEquals(Audience.ANYBODY, open.access().audience());
        assertTrue(open.access().password().isEmpty());
        assertEquals(600, open.limits().rate());
        var closed = options("--name", "Imr.Example.org,imr", "--password-file", file.toString(), "--rate", "60");
        assertEquals(Audience.HOLDERS, closed.access().audience());
        assertTrue(closed.access().password().orElseThrow().matches("correct horse battery"));
        assertTrue(closed.proxying().names().contains("imr.example.org")
                && closed.proxying().names().contains("imr"));
        assertEquals(60, closed.limits().rate());
        var both = options("--public", "--proxy-secret-file", file.toString());
        assertEquals(Audience.ANYBODY, both.access().audience());
        assertTrue(both.access().proxy().isPresent());
    }

    @Test
    void weakSecretIsRefusedAndNotPrinted() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "hunter2\n");
        var result = Cli.run("serve", "--password-file", file.toString());
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("holds 7 characters; a secret needs at least 12"), result.err());
        assertFalse(result.err().contains("hunter2"), result.err());
        var absent =
                Cli.run("serve", "--password-file", folder.resolve("nothing").toString());
        assertEquals(Main.USAGE, absent.exitCode());
        assertTrue(absent.err().contains("--password-file: ") && absent.err().contains("no such file"), absent.err());
    }

    @Test
    void secretFileReadableByOthersIsReported() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "correct horse battery\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var open = Cli.run("settings", "--password-file", file.toString());
        assertEquals(Main.DONE, open.exitCode());
        assertTrue(open.err().contains("chmod 600"), open.err());
        assertFalse(open.out().contains("horse"), open.out());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals("", Cli.run("settings", "--password-file", file.toString()).err());
    }

    @Test
    void aSessionKeyNeedsAPasswordAndLength() throws IOException {
        var password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
        var key = Files.writeString(folder.resolve("key"), "x".repeat(31) + "\n");
        var result = Cli.run("serve", "--password-file", password.toString(), "--session-key-file", key.toString());
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("holds 31 characters; a session key needs at least 32"), result.err());
        Files.writeString(key, "x".repeat(32) + "\n");
        var alone = Cli.run("serve", "--session-key-file", key.toString());
        assertEquals(Main.USAGE, alone.exitCode());
        assertTrue(alone.err().contains("has no use without --password-file"), alone.err());
        var both = Cli.run("settings", "--password-file", password.toString(), "--session-key-file", key.toString());
        assertEquals(Main.DONE, both.exitCode(), both.err());
        assertFalse(both.out().contains("xxxx"), both.out());
    }

    @Test
    void wrongAddressesAreNamed() {
        assertTrue(Cli.run("serve", "--trusted-proxy", "the proxy", "--public")
                .err()
                .contains("--trusted-proxy: expected addresses or ranges such as 10.0.0.0/8, got \"the proxy\""));
        assertTrue(Cli.run("serve", "--host", "not an address")
                .err()
                .contains("--host: expected an address of this machine, got \"not an address\""));
    }

    private static ServerOptions options(String... args) {
        var command = new ServeCommand();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        return command.options();
    }
}
