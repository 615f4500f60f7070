package org.precedent.web.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that session cookies are signed with (HMAC-SHA-256). Servers with the same key accept each other's sessions.
 */
public final class SessionKey {
    /** Minimum length of a key read from a file, in characters. */
    public static final int MIN_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int RANDOM_BYTES = 32;

    private final SecretKeySpec key;

    private SessionKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Creates a random key; sessions signed with it end with the process. */
    public static SessionKey random() {
        var key = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(key);
        return new SessionKey(key);
    }

    /**
     * Reads a key from the first line of a file, without surrounding whitespace.
     *
     * @throws IllegalArgumentException when it is shorter than {@value #MIN_LENGTH} characters; the message does not contain it
     */
    public static SessionKey readFile(Path file) throws IOException {
        var text = Files.readString(file).lines().findFirst().orElse("").strip();
        if (text.length() < MIN_LENGTH) {
            throw new IllegalArgumentException(
                    "holds " + text.length() + " characters; a session key needs at least " + MIN_LENGTH);
        }
        return new SessionKey(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Derives a key from this key and a secret, so that changing either ends all sessions. */
    SessionKey derive(Secret secret) {
        return new SessionKey(mac(secret.digest()));
    }

    /** The signature of a text, in letters, digits, hyphens and underscores (base64url). */
    String sign(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the signature is that of the text. Compares in constant time. */
    boolean verifies(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "session key";
    }
}
