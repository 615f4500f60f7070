package org.precedent.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final String TEXT = "b2Ygbm8gdXNlIHRvIGFueWJvZHkgYXQgYWxs";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2024-05-01T10:00:00Z");

    @Test
    void everyServerWithTheSameKeyAcceptsASession() throws IOException {
        var token = sessions(key(TEXT)).begin();
        assertTrue(sessions(key(TEXT)).isValid(token));
        assertFalse(sessions(key(TEXT.replace('b', 'c'))).isValid(token));
        assertFalse(sessions(SessionKey.random()).isValid(token));
    }

    @Test
    void anotherPasswordEndsAllSessions() throws IOException {
        var token =
                sessions(key(TEXT).derive(Secret.of("correct horse battery"))).begin();
        assertTrue(
                sessions(key(TEXT).derive(Secret.of("correct horse battery"))).isValid(token));
        assertFalse(sessions(key(TEXT).derive(Secret.of("another password"))).isValid(token));
        assertFalse(sessions(key(TEXT)).isValid(token));
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        var sessions = sessions(SessionKey.random());
        var token = sessions.begin();
        IntStream.range(0, token.length()).forEach(i -> {
            var forged = new StringBuilder(token);
            forged.setCharAt(i, token.charAt(i) == '1' ? '2' : '1');
            // the last character of a signature has two unused bits; changing only those must be refused too
            assertFalse(sessions.isValid(forged.toString()), forged.toString());
        });
        assertFalse(sessions.isValid(""));
        assertFalse(sessions.isValid(token + "A"));
    }

    @Test
    void aSessionLastsTwelveHours() {
        var sessions = sessions(SessionKey.random());
        var token = sessions.begin();
        now = now.plus(Duration.ofHours(12)).minusSeconds(1);
        assertTrue(sessions.isValid(token));
        now = now.plusSeconds(1);
        assertFalse(sessions.isValid(token));
    }

    @Test
    void signingOutEndsTheSession() {
        var sessions = sessions(SessionKey.random());
        var token = sessions.begin();
        var other = sessions.begin();
        sessions.end(token);
        assertFalse(sessions.isValid(token));
        assertTrue(sessions.isValid(other));
        // tokens that were never valid must not fill up the list of ended sessions
        IntStream.range(0, 20_000).forEach(i -> sessions.end("1." + "x".repeat(22) + "." + "y".repeat(43)));
        assertFalse(sessions.isValid(token));
    }

    @Test
    void shortKeyIsRefusedAndNotPrinted() throws IOException {
        var file = Files.writeString(folder.resolve("short"), "secret123\n");
        var refused = assertThrows(IllegalArgumentException.class, () -> SessionKey.readFile(file));
        assertEquals("holds 9 characters; a session key needs at least 32", refused.getMessage());
        assertEquals("session key", SessionKey.random().toString());
    }

    private SessionKey key(String text) throws IOException {
        return SessionKey.readFile(Files.writeString(folder.resolve("key"), text + "\n"));
    }

    private Sessions sessions(SessionKey key) {
        return new Sessions(key, () -> now);
    }
}
