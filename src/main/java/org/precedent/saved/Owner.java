package org.precedent.saved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Owner of a saved search: a browser, identified by a hash of its secret token. The secret itself is not stored.
 *
 * @param hash SHA-256 of the secret, 64 lower-case hexadecimal digits
 */
public record Owner(String hash) {
    public Owner {
        if (hash.length() != 64) {
            throw new IllegalArgumentException("owner: expected 64 hexadecimal digits, got " + hash.length());
        }
    }

    /**
     * The owner that has this secret token.
     */
    public static Owner ofToken(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new Owner(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
