package org.precedent.document.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Decodes text whose encoding nobody states: by its mark if it has one, as UTF-8 if it is that throughout, as UTF-16 if every
 * other byte is nothing, else as Windows-1252, which decodes anything.
 */
public final class PlainText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 2048;

    /** Control characters beyond which bytes are no text: real text has none, damaged text a few. */
    private static final int A_FEW = 8;

    private static final int ONE_IN = 100;

    private PlainText() {}

    public static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, UTF_16BE);
        }
        return unmarked(bytes);
    }

    private static String unmarked(byte[] bytes) {
        if (hasNothingAt(bytes, 1)) {
            return new String(bytes, UTF_16LE);
        }
        if (hasNothingAt(bytes, 0)) {
            return new String(bytes, UTF_16BE);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /**
     * Whether so many characters are control characters that this is no text.
     */
    public static boolean isBinary(String text) {
        long controls = text.chars()
                .filter(c -> Character.getType(c) == Character.CONTROL && "\n\r\t\f".indexOf(c) < 0)
                .count();
        return controls > A_FEW && controls * ONE_IN > text.length();
    }

    private static boolean hasNothingAt(byte[] bytes, int parity) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int nothing = 0;
        for (int i = 0; i < pairs; i++) {
            if (bytes[2 * i + parity] == 0 && bytes[2 * i + 1 - parity] != 0) {
                nothing++;
            }
        }
        return pairs > 0 && nothing * 10L > pairs * 9L;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
