package org.precedent.lucene.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.lucene.util.ArrayUtil;

/**
 * Unpacks blocks that {@link org.apache.lucene.util.compress.LZ4} packed, from array to array and up to sixteen bytes at a time.
 * Lucene's own asks its input for each byte, and so unpacking cards was a fifth of a search.
 */
final class Lz4Block {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STEP = Long.BYTES;
    private static final int LEAST_MATCH = 4;
    private static final int LONG_LITERALS = 15;
    private static final int LONG_MATCH = 15;
    private static final int MORE = 255;
    private static final int DAMAGED = -1;

    private Lz4Block() {}

    /**
     * An array that has room for as many bytes and for what is written beyond them in passing; the given one where it has.
     */
    static byte[] withRoom(byte[] array, int length) {
        return ArrayUtil.growNoCopy(array, length + 4 * STEP);
    }

    /**
     * Unpacks one block.
     *
     * @param packed the block, in an array made {@linkplain #withRoom with room}
     * @param packedLength how many bytes it has
     * @param plain where to, made with room too; what it holds before {@code at} may be referred to
     * @param at where the block's bytes begin
     * @param length how many they are
     * @return where the block really ended; another place than {@code at + length}, or {@value #DAMAGED}, when it is damaged
     * @throws IndexOutOfBoundsException also when it is damaged
     */
    static int unpack(byte[] packed, int packedLength, byte[] plain, int at, int length) {
        int end = at + length;
        int from = 0;
        int to = at;
        while (to < end) {
            int token = packed[from++] & 0xff;
            int literals = token >>> 4;
            if (literals == LONG_LITERALS) {
                int more;
                do {
                    more = packed[from++] & 0xff;
                    literals += more;
                } while (more == MORE);
                copy(packed, from, plain, to, literals);
            } else {
                copySixteen(packed, from, plain, to);
            }
            from += literals;
            to += literals;
            if (to >= end) {
                break;
            }
            int distance = (packed[from] & 0xff) | (packed[from + 1] & 0xff) << 8;
            from += 2;
            int match = token & LONG_MATCH;
            if (match == LONG_MATCH) {
                int more;
                do {
                    more = packed[from++] & 0xff;
                    match += more;
                } while (more == MORE);
            }
            match += LEAST_MATCH;
            if (match > end - to || distance == 0) {
                return DAMAGED;
            }
            if (distance >= STEP) {
                int start = to - distance;
                copySixteen(plain, start, plain, to);
                if (match > 2 * STEP) {
                    copy(plain, start + 2 * STEP, plain, to + 2 * STEP, match - 2 * STEP);
                }
            } else {
                repeat(plain, to - distance, to, match);
            }
            to += match;
        }
        return from <= packedLength ? to : DAMAGED;
    }

    /** Also onto itself, from eight bytes before or more. */
    private static void copy(byte[] from, int start, byte[] to, int at, int length) {
        for (int i = 0; i < length; i += STEP) {
            EIGHT.set(to, at + i, (long) EIGHT.get(from, start + i));
        }
    }

    /** Most stretches are shorter; asking how much is dearer than the copy. */
    private static void copySixteen(byte[] from, int start, byte[] to, int at) {
        EIGHT.set(to, at, (long) EIGHT.get(from, start));
        EIGHT.set(to, at + STEP, (long) EIGHT.get(from, start + STEP));
    }

    private static void repeat(byte[] bytes, int start, int at, int length) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = bytes[start + i];
        }
    }
}
