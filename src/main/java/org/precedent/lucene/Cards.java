package org.precedent.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Reads and writes the small binary records that a result list is made of.
 */
final class Cards {
    private Cards() {}

    /** Writes into a card. */
    interface Writing {
        void to(DataOutput out) throws IOException;
    }

    /** Reads from a card. */
    interface Reading<T> {
        T from(DataInput in) throws IOException;
    }

    static BytesRef write(Writing writing) {
        var out = new org.apache.lucene.store.ByteBuffersDataOutput();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    static <T> T read(BytesRef bytes, Reading<T> reading) {
        try {
            return reading.from(
                    new org.apache.lucene.store.ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
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

    static void optional(DataOutput out, Optional<String> text) throws IOException {
        strings(out, text.stream().toList());
    }

    static Optional<String> optional(DataInput in) throws IOException {
        return strings(in).stream().findFirst();
    }
}
