package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Binary encoding of result cards, the records shown in results lists.
 */
public final class CardFormat {
    private static final byte HEX = 0;
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-f]{2})+");

    private CardFormat() {}

    /** Writes part of a card. */
    interface Writing {
        void write(DataOutput out) throws IOException;
    }

    /** Reads part of a card. */
    interface Reading<T> {
        T read() throws IOException;
    }

    static BytesRef write(Writing writing) {
        var out = new org.apache.lucene.store.ByteBuffersDataOutput();
        try {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void strings(DataOutput out, List<String> strings) throws IOException {
        out.writeVInt(strings.size());
        for (var s : strings) {
            out.writeString(s);
        }
    }

    static List<String> strings(DataInput in) throws IOException {
        int count = in.readVInt();
        var strings = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            strings.add(in.readString());
        }
        return strings;
    }

    /** Writes a hexadecimal digest in binary form (half the size); any other string unchanged. */
    public static void digest(DataOutput out, String digest) throws IOException {
        var bytes = digest(digest);
        out.writeVInt(bytes.length);
        out.writeBytes(bytes.bytes, bytes.offset, bytes.length);
    }

    public static String digest(DataInput in) throws IOException {
        var bytes = new byte[in.readVInt()];
        in.readBytes(bytes, 0, bytes.length);
        return bytes.length > 0 && bytes[0] == HEX
                ? HexFormat.of().formatHex(bytes, 1, bytes.length)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The binary form of a digest, for storage and lookup: a marker, then the bytes of its lower-case hexadecimal digits. */
    public static BytesRef digest(String digest) {
        if (!HEXADECIMAL.matcher(digest).matches()) {
            return new BytesRef(digest);
        }
        var bytes = new byte[1 + digest.length() / 2];
        bytes[0] = HEX;
        System.arraycopy(HexFormat.of().parseHex(digest), 0, bytes, 1, bytes.length - 1);
        return new BytesRef(bytes);
    }

    static void optional(DataOutput out, Optional<String> text) throws IOException {
        strings(out, text.stream().toList());
    }

    static Optional<String> optional(DataInput in) throws IOException {
        return strings(in).stream().findFirst();
    }
}
