package org.precedent.lucene.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.compress.LZ4;
import org.junit.jupiter.api.Test;

class Lz4BlockTest {
    private static final int ROOM = Lz4Block.withRoom(new byte[0], 0).length;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void unpacksWhatLucenePacks() throws IOException {
        for (int round = 0; round < 3_000; round++) {
            int dictionary = random.nextInt(4) == 0 ? 0 : random.nextInt(300);
            int length = random.nextInt(round % 50 == 0 ? 50_000 : 400);
            var whole = bytes(dictionary + length);
            var packed = packed(whole, dictionary, length);
            var plain = Lz4Block.withRoom(new byte[0], whole.length);
            System.arraycopy(whole, 0, plain, 0, dictionary);
            assertEquals(
                    whole.length,
                    Lz4Block.unpack(packed, packed.length - ROOM, plain, dictionary, length),
                    () -> "seed " + seed);
            assertArrayEquals(whole, Arrays.copyOf(plain, whole.length), () -> "seed " + seed);
        }
    }

    @Test
    void takesOrRefusesDamageAsLuceneDoes() throws IOException {
        int taken = 0;
        for (int round = 0; round < 20_000; round++) {
            int length = 1 + random.nextInt(400);
            var packed = packed(bytes(length), 0, length);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                packed[random.nextInt(packed.length - ROOM)] = (byte) random.nextInt(256);
            }
            var plain = Lz4Block.withRoom(new byte[0], length);
            boolean unpacked;
            try {
                unpacked = Lz4Block.unpack(packed, packed.length - ROOM, plain, 0, length) == length;
            } catch (IndexOutOfBoundsException e) {
                unpacked = false;
            }
            var expected = lucene(Arrays.copyOf(packed, packed.length - ROOM), length);
            assertEquals(expected.isPresent(), unpacked, () -> "seed " + seed);
            if (unpacked) {
                assertArrayEquals(expected.orElseThrow(), Arrays.copyOf(plain, length), () -> "seed " + seed);
                taken++;
            }
        }
        assertTrue(taken > 100, "seed " + seed + ": " + taken);
    }

    private static Optional<byte[]> lucene(byte[] packed, int length) {
        var plain = new byte[length + 2 * Long.BYTES];
        try {
            boolean unpacked = LZ4.decompress(new ByteArrayDataInput(packed), length, plain, 0) == length;
            return unpacked ? Optional.of(Arrays.copyOf(plain, length)) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException | AssertionError e) {
            return Optional.empty();
        }
    }

    private static byte[] packed(byte[] whole, int dictionary, int length) throws IOException {
        var out = new ByteBuffersDataOutput();
        if (dictionary == 0) {
            LZ4.compress(whole, 0, length, out, new LZ4.FastCompressionHashTable());
        } else {
            LZ4.compressWithDictionary(whole, 0, dictionary, length, out, new LZ4.HighCompressionHashTable());
        }
        var packed = out.toArrayCopy();
        return Arrays.copyOf(packed, packed.length + ROOM);
    }

    /** Runs of one byte, of two, of noise, and repeats from near and far. */
    private byte[] bytes(int length) {
        var bytes = new byte[length];
        int at = 0;
        while (at < length) {
            int run = Math.min(length - at, 1 + random.nextInt(60));
            int kind = random.nextInt(4);
            int distance = 1 + random.nextInt(kind == 0 ? 9 : 2_000);
            for (int end = at + run; at < end; at++) {
                bytes[at] =
                        kind < 2 && distance <= at ? bytes[at - distance] : (byte) random.nextInt(kind == 2 ? 3 : 256);
            }
        }
        return bytes;
    }
}
