package org.precedent.lucene.store;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * LZ4 compressor that indexes its preset dictionary once, in the block format that Lucene's decompressor reads. Lucene's own compressor
 * indexes the dictionary again for each value: 107 µs for the cards of a determination instead of 33, which was a tenth of the processor
 * time of ingest, to save 2% of their space. Not thread-safe.
 */
final class CardCompressor {
    private static final int HASH_BITS = 14;
    private static final int HASH_FACTOR = 0x9E3779B1;
    private static final int MIN_MATCH = 4;
    private static final int MAX_DISTANCE = (1 << 16) - 1;

    /** The format requires the last bytes of a block to be literals, and its last match to begin well before its end. */
    private static final int LAST_LITERALS = 5;

    private static final int LAST_MATCH = 12;

    /** Earlier places compared at a position: with 8 a tenth faster and 2% larger, with 32 a quarter slower and 1% smaller. */
    private static final int CANDIDATES = 16;

    /** A match this long is taken without looking for a longer one. */
    private static final int LONG_MATCH = 32;

    /** The greatest value of half a token; greater lengths continue in further bytes. */
    private static final int TOKEN_MAX = 15;

    private final int start;
    private final int[] latestOfDictionary;

    /** The last position with each hash of four bytes, or -1. */
    private final int[] latest = new int[1 << HASH_BITS];

    /** For each position, the one before it with the same hash, or -1. */
    private int[] earlier;

    /** The dictionary, then the value. */
    private byte[] text;

    /** The position up to which {@link #latest} and {@link #earlier} are filled. */
    private int indexed;

    private int match;
    private int matchLength;

    CardCompressor(byte[] dictionary) {
        this.start = dictionary.length;
        this.text = Arrays.copyOf(dictionary, 2 * dictionary.length);
        this.earlier = new int[text.length];
        Arrays.fill(latest, -1);
        index(start - MIN_MATCH + 1);
        this.latestOfDictionary = latest.clone();
    }

    /** Writes a value as an LZ4 block. */
    void compress(BytesRef value, DataOutput out) throws IOException {
        prepare(value);
        int end = start + value.length;
        int written = start;
        int position = start;
        while (position < end - LAST_MATCH) {
            index(position);
            if (findMatch(position, end - LAST_LITERALS)) {
                write(written, position, position - match, matchLength, out);
                position += matchLength;
                written = position;
            } else {
                position++;
            }
        }
        int literals = end - written;
        out.writeByte(token(literals, 0));
        writeLiterals(written, literals, out);
    }

    private void prepare(BytesRef value) {
        int end = start + value.length;
        if (text.length < end) {
            text = Arrays.copyOf(text, end);
            earlier = Arrays.copyOf(earlier, end);
        }
        System.arraycopy(value.bytes, value.offset, text, start, value.length);
        System.arraycopy(latestOfDictionary, 0, latest, 0, latest.length);
        indexed = start - MIN_MATCH + 1;
    }

    private void index(int to) {
        for (; indexed < to; indexed++) {
            int hash = hash(fourBytes(indexed));
            earlier[indexed] = latest[hash];
            latest[hash] = indexed;
        }
    }

    /** Finds the longest earlier occurrence of the text at a position. */
    private boolean findMatch(int position, int end) {
        int four = fourBytes(position);
        int candidate = latest[hash(four)];
        matchLength = 0;
        for (int left = CANDIDATES; left > 0 && candidate >= 0 && position - candidate <= MAX_DISTANCE; left--) {
            if (text[candidate + matchLength] == text[position + matchLength] && fourBytes(candidate) == four) {
                int length = MIN_MATCH;
                while (position + length < end && text[candidate + length] == text[position + length]) {
                    length++;
                }
                if (length > matchLength) {
                    match = candidate;
                    matchLength = length;
                    if (length >= LONG_MATCH) {
                        break;
                    }
                }
            }
            candidate = earlier[candidate];
        }
        return matchLength > 0;
    }

    private void write(int from, int to, int distance, int length, DataOutput out) throws IOException {
        out.writeByte(token(to - from, length - MIN_MATCH));
        writeLiterals(from, to - from, out);
        out.writeShort((short) distance);
        writeRest(length - MIN_MATCH, out);
    }

    private void writeLiterals(int from, int count, DataOutput out) throws IOException {
        writeRest(count, out);
        out.writeBytes(text, from, count);
    }

    private static byte token(int literals, int length) {
        return (byte) ((Math.min(literals, TOKEN_MAX) << 4) | Math.min(length, TOKEN_MAX));
    }

    private static void writeRest(int length, DataOutput out) throws IOException {
        if (length >= TOKEN_MAX) {
            int rest = length - TOKEN_MAX;
            for (; rest >= 255; rest -= 255) {
                out.writeByte((byte) 255);
            }
            out.writeByte((byte) rest);
        }
    }

    private int fourBytes(int position) {
        return (int) BitUtil.VH_LE_INT.get(text, position);
    }

    private static int hash(int fourBytes) {
        return (fourBytes * HASH_FACTOR) >>> (Integer.SIZE - HASH_BITS);
    }
}
