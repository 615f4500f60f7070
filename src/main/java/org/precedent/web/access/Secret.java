package org.precedent.web.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Shared secret. Only its SHA-256 digest is kept, and comparison takes constant time.
 */
public final class Secret {
    /** Minimum length in characters. */
    public static final int MIN_LENGTH = 12;

    private final byte[] digest;

    private Secret(byte[] digest) {
        this.digest = digest;
    }

    /**
     * Creates a secret from its text.
     *
     * @throws IllegalArgumentException when it is shorter than {@value #MIN_LENGTH} characters; the message does not contain it
     */
    public static Secret of(String text) {
        if (text.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "holds " + text.length() + " characters; a secret needs at least " + MIN_LENGTH);
        }
        return new Secret(digest(text));
    }

    /**
     * Reads a secret from the first line of a file, without surrounding whitespace.
     */
    public static Secret readFile(Path file) throws IOException {
        return of(Files.readString(file).lines().findFirst().orElse("").strip());
    }

    /**
     * Whether the given text is this secret.
     */
    public boolean matches(String given) {
        return MessageDigest.isEqual(digest, digest(given));
    }

    /** SHA-256 of the secret. */
    byte[] digest() {
        return digest.clone();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "secret";
    }
}
