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
 * Decodes the names of an archive's entries. A flag says that a name is UTF-8 (APPNOTE.TXT 4.4.4); many programs write UTF-8
 * without it, older ones the code page 437 that the format prescribes. Java does not expose the flag, but with it a name comes out
 * the same whatever charset the archive is opened with.
 */
final class ZipNames implements AutoCloseable {
    private static final Charset DOS = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : ISO_8859_1;

    private final ZipFile dos;
    private final Enumeration<? extends ZipEntry> entries;

    /**
     * The names of an archive on disk.
     */
    ZipNames(Path file) throws IOException {
        dos = new ZipFile(file.toFile(), DOS);
        entries = dos.entries();
    }

    /**
     * The name of the next entry.
     *
     * @param latin as read with Latin-1, in the order of the directory
     */
    String next(String latin) {
        var other = entries.nextElement().getName();
        return other.equals(latin) ? latin : decode(latin, other);
    }

    /**
     * A name read as a stream with Latin-1.
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
