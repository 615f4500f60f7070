package org.precedent.lucene.store;

import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/**
 * Compresses the result cards of one determination: LZ4 with a preset dictionary, after the length of all cards and the length of the part
 * that results lists need. Compressed on their own, cards are read without decompressing their neighbors, as Lucene's stored
 * fields would; the dictionary replaces the text that neighbors have in common. Not thread-safe.
 */
final class CardCompression {
    /** Labels of the vocabulary, typical phrases, and texts of sample letters; fictional, with no real person in it. */
    private static final byte[] DICTIONARY = PresetDictionary.load("cards-1.dictionary");

    /** No determination is larger; a greater length indicates damage. */
    private static final int MAX_LENGTH = 256 << 20;

    /** One per indexing thread, since an indexed dictionary takes a third of a megabyte. */
    private static final ThreadLocal<CardCompressor> COMPRESSORS =
            ThreadLocal.withInitial(() -> new CardCompressor(DICTIONARY));

    /** The dictionary, then the cards decompressed last. */
    private byte[] buffer = DICTIONARY;

    /**
     * Compresses cards.
     *
     * @param cards all cards in plain form
     * @param listed length of the part that results lists need, in bytes
     */
    static BytesRef compress(BytesRef cards, int listed) {
        return CardFormat.write(out -> {
            out.writeVInt(cards.length);
            out.writeVInt(listed);
            COMPRESSORS.get().compress(cards, out);
        });
    }

    /** Decompresses the part that results lists need. */
    byte[] listed(BytesRef compressed) {
        return decompress(compressed, true);
    }

    /** Decompresses all cards. */
    byte[] all(BytesRef compressed) {
        return decompress(compressed, false);
    }

    private byte[] decompress(BytesRef compressed, boolean listedOnly) {
        var in = new ByteArrayDataInput(compressed.bytes, compressed.offset, compressed.length);
        int whole = in.readVInt();
        int listed = in.readVInt();
        if (listed < 0 || listed > whole || whole > MAX_LENGTH) {
            throw new IllegalStateException("result cards of " + whole + " bytes, " + listed + " listed: damaged");
        }
        int capacity = DICTIONARY.length + whole;
        if (buffer.length < capacity) {
            buffer = Arrays.copyOf(DICTIONARY, Math.max(capacity, 2 * DICTIONARY.length));
        }
        int length = listedOnly ? listed : whole;
        CardFormat.read(() -> LZ4.decompress(in, length, buffer, DICTIONARY.length));
        return Arrays.copyOfRange(buffer, DICTIONARY.length, DICTIONARY.length + length);
    }
}
