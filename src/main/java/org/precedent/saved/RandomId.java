package org.precedent.saved;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Unguessable ids: 128 random bits in base 62, always {@value #LENGTH} alphanumeric characters.
 */
public final class RandomId {
    /** Length of an id in characters. */
    public static final int LENGTH = 22;

    private static final int BITS = 128;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomId() {}

    /**
     * Generates a new id.
     */
    public static String next() {
        var id = new StringBuilder(LENGTH);
        var rest = new BigInteger(BITS, RANDOM);
        for (int i = 0; i < LENGTH; i++) {
            var division = rest.divideAndRemainder(BASE);
            id.append(DIGITS.charAt(division[1].intValue()));
            rest = division[0];
        }
        return id.reverse().toString();
    }

    /**
     * Whether a string has the format of an id.
     */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }
}
