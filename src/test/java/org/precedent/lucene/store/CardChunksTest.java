package org.precedent.lucene.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class CardChunksTest {
    private static final List<String> WORDS = List.of(
            "upheld",
            "overturned",
            "the MTUS",
            "is not medically necessary. ",
            "§9792.20 ",
            "MRI of the neck ",
            "\n\n");

    @Test
    void givesBackAnyStretchOfAChunk() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var reader = CardChunks.MODE.newDecompressor();
        for (int round = 0; round < 300; round++) {
            var plain = text(random, random.nextInt(round % 10 == 0 ? 200_000 : 3_000));
            var packed = packed(plain);
            for (int look = 0; look < 5; look++) {
                int offset = random.nextInt(plain.length + 1);
                int length = random.nextInt(plain.length - offset + 1);
                var found = new BytesRef();
                reader.decompress(new ByteArrayDataInput(packed), plain.length, offset, length, found);
                assertArrayEquals(
                        Arrays.copyOfRange(plain, offset, offset + length),
                        Arrays.copyOfRange(found.bytes, found.offset, found.offset + found.length),
                        () -> "seed " + seed + ": " + length + " bytes from " + offset + " of " + plain.length);
            }
        }
    }

    @Test
    void packsWhatRepeats() throws IOException {
        var plain = text(new Random(1), 80_000);
        assertTrue(packed(plain).length < plain.length / 3);
    }

    private static byte[] packed(byte... plain) throws IOException {
        var in = new ByteBuffersDataOutput();
        in.writeBytes(plain, plain.length);
        var out = new ByteBuffersDataOutput();
        try (var packing = CardChunks.MODE.newCompressor()) {
            packing.compress(in.toDataInput(), out);
        }
        return out.toArrayCopy();
    }

    private static byte[] text(Random random, int length) {
        var text = new ByteArrayOutputStream();
        while (text.size() < length) {
            var word = random.nextInt(9) == 0
                    ? Integer.toString(random.nextInt(1_000_000))
                    : WORDS.get(random.nextInt(WORDS.size()));
            text.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        }
        return Arrays.copyOf(text.toByteArray(), length);
    }
}
