package org.precedent.document.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import org.precedent.document.Caveat;

/**
 * Decodes text of unknown encoding: by its byte order mark if present; as UTF-16 if every other byte is zero; otherwise as UTF-8, where
 * bytes that are not valid UTF-8 are read as Windows-1252.
 *
 * @param text the decoded text
 * @param strayBytes number of bytes read as Windows-1252 in a text that is otherwise UTF-8
 */
public record PlainText(String text, int strayBytes) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SAMPLE = 2048;

    /** Maximum number of control characters in text: undamaged text has none, damaged text a few. */
    private static final int MAX_CONTROL_CHARACTERS = 8;

    private static final int MIN_CHARACTERS_PER_CONTROL = 100;

    /**
     * Decodes bytes to text.
     */
    public static PlainText decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(ByteBuffer.wrap(bytes, 3, bytes.length - 3));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new PlainText(new String(bytes, 2, bytes.length - 2, UTF_16LE), 0);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new PlainText(new String(bytes, 2, bytes.length - 2, UTF_16BE), 0);
        }
        if (hasZerosAt(bytes, 1)) {
            return new PlainText(new String(bytes, UTF_16LE), 0);
        }
        return hasZerosAt(bytes, 0) ? new PlainText(new String(bytes, UTF_16BE), 0) : utf8(ByteBuffer.wrap(bytes));
    }

    /**
     * Returns caveats about damaged characters; empty if there are none.
     */
    public List<Caveat> caveats() {
        return strayBytes == 0
                ? List.of()
                : List.of(new Caveat(
                        Caveat.Kind.DAMAGED_CHARACTERS,
                        strayBytes + " bytes are not valid UTF-8 and were read as Windows-1252"));
    }

    /**
     * Decodes UTF-8 and reads only the invalid bytes as Windows-1252, because decoding the whole text as Windows-1252 would turn every
     * other non-ASCII character into two wrong ones.
     */
    private static PlainText utf8(ByteBuffer bytes) {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(bytes.remaining() + 1);
        int stray = 0;
        for (var result = decoder.decode(bytes, text, true);
                result.isError();
                result = decoder.decode(bytes, text, true)) {
            text.put(new String(bytes.array(), bytes.arrayOffset() + bytes.position(), 1, WINDOWS));
            bytes.position(bytes.position() + 1);
            stray++;
        }
        var decoded = text.flip().toString();
        return new PlainText(decoded, isMostlyAsciiAndStray(decoded, stray) ? 0 : stray);
    }

    /** If no other character is outside ASCII, the text is Windows-1252 and nothing is damaged. */
    private static boolean isMostlyAsciiAndStray(String decoded, int stray) {
        return stray == 0
                || decoded.chars().filter(c -> c > '~').limit(stray + 1L).count() <= stray;
    }

    /**
     * Whether the text has too many control characters to be text.
     */
    public static boolean isBinary(String text) {
        long controls = text.chars()
                .filter(c -> Character.getType(c) == Character.CONTROL && "\n\r\t\f\u0085".indexOf(c) < 0)
                .count();
        return controls > MAX_CONTROL_CHARACTERS && controls * MIN_CHARACTERS_PER_CONTROL > text.length();
    }

    private static boolean hasZerosAt(byte[] bytes, int parity) {
        int pairs = Math.min(bytes.length, SAMPLE) / 2;
        int zeros = 0;
        for (int i = 0; i < pairs; i++) {
            if (bytes[2 * i + parity] == 0 && bytes[2 * i + 1 - parity] != 0) {
                zeros++;
            }
        }
        return pairs > 0 && zeros * 10L > pairs * 9L;
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
