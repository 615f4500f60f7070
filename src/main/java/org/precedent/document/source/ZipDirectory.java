package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file names in the central directory of a ZIP archive in memory (APPNOTE.TXT 4.3.12 and 4.3.16). Used to identify file types;
 * works even if other data precedes the archive.
 */
final class ZipDirectory {
    /** Maximum length of the end-of-central-directory record including its comment. */
    static final int TAIL = 22 + 0xffff;

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int MAX_NAMES = 1000;

    private ZipDirectory() {}

    /**
     * Whether these are the last bytes of a ZIP archive.
     *
     * @param tail the last {@link #TAIL} bytes of the file, or all of it if it is shorter
     */
    static boolean endsArchive(byte[] tail) {
        return end(buffer(tail)).isPresent();
    }

    /**
     * Returns the names of the first entries; empty if the bytes are not a ZIP archive or its central directory is damaged.
     */
    static Optional<List<String>> names(byte[] bytes) {
        var buffer = buffer(bytes);
        return end(buffer).flatMap(end -> {
            int start = end - buffer.getInt(end + 12);
            return start < 0 ? Optional.empty() : Optional.of(names(buffer, start, end));
        });
    }

    /**
     * Returns the offset at which the archive begins; 0 if the bytes do not contain a complete archive.
     */
    static int start(byte[] bytes) {
        var buffer = buffer(bytes);
        var found = end(buffer);
        if (found.isEmpty()) {
            return 0;
        }
        int end = found.get();
        int directory = end - buffer.getInt(end + 12);
        // offsets are relative to the start of the archive
        return Math.clamp(directory - (long) buffer.getInt(end + 16), 0, bytes.length);
    }

    private static List<String> names(ByteBuffer buffer, int start, int end) {
        var names = new ArrayList<String>();
        int at = start;
        while (at + ENTRY_SIZE <= end && buffer.getInt(at) == ENTRY && names.size() < MAX_NAMES) {
            int length = Short.toUnsignedInt(buffer.getShort(at + 28));
            int further = Short.toUnsignedInt(buffer.getShort(at + 30)) + Short.toUnsignedInt(buffer.getShort(at + 32));
            if (at + ENTRY_SIZE + length > end) {
                break;
            }
            names.add(ISO_8859_1.decode(buffer.slice(at + ENTRY_SIZE, length)).toString());
            at += ENTRY_SIZE + length + further;
        }
        return names;
    }

    /** Returns the offset of the end-of-central-directory record, whose comment must extend to the end of the file. */
    private static Optional<Integer> end(ByteBuffer buffer) {
        int last = buffer.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, buffer.limit() - TAIL); at--) {
            if (buffer.getInt(at) == END && Short.toUnsignedInt(buffer.getShort(at + 20)) == last - at) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
