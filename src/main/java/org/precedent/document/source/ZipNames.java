package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Decodes the names of archive entries. A flag marks a name as UTF-8 (APPNOTE.TXT 4.4.4); many programs write UTF-8 without setting it,
 * older ones the code page 437 that the format prescribes. Java does not expose the flag, but a flagged name decodes to the same string
 * whatever charset the archive is opened with.
 */
final class ZipNames implements AutoCloseable {
    private static final Charset DOS = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : ISO_8859_1;

    private final ZipFile dos;
    private final Enumeration<? extends ZipEntry> entries;

    /**
     * Opens the central directory of an archive on disk for reading its names.
     */
    ZipNames(Path file) throws IOException {
        dos = new ZipFile(file.toFile(), DOS);
        entries = dos.entries();
    }

    /**
     * Returns the name of the next entry.
     *
     * @param latin the name decoded as Latin-1, in the order of the central directory
     */
    String next(String latin) {
        var other = entries.nextElement().getName();
        return other.equals(latin) ? latin : decode(latin, other);
    }

    /**
     * Decodes a name read from a stream as Latin-1.
     */
    static String decode(String latin) {
        boolean plain = latin.chars().allMatch(c -> c < 0x80) || latin.chars().anyMatch(c -> c > 0xff);
        return plain ? latin : decode(latin, latin);
    }

    private static String decode(String latin, String other) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return other;
        }
    }

    @Override
    public void close() throws IOException {
        dos.close();
    }
}
