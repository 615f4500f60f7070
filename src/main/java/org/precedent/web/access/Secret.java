package org.precedent.web.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What somebody must know to be let in. Only its digest is held, and it is compared in a time that tells nothing of it.
 */
public final class Secret {
    /** Fewer characters can be guessed. */
    public static final int SHORTEST = 12;

    private final byte[] digest;

    private Secret(byte[] digest) {
        this.digest = digest;
    }

    /**
     * The secret that these characters are.
     *
     * @throws IllegalArgumentException when they are fewer than {@value #SHORTEST}; the message does not tell them
     */
    public static Secret of(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "holds " + text.length() + " characters; a secret needs at least " + SHORTEST);
        }
        return new Secret(digest(text));
    }

    /**
     * The secret in the first line of a file, without the spaces around it.
     */
    public static Secret in(Path file) throws IOException {
        return of(Files.readString(file).lines().findFirst().orElse("").strip());
    }

    /**
     * Whether this is what was given.
     */
    public boolean is(String given) {
        return MessageDigest.isEqual(digest, digest(given));
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
