package org.precedent.lucene.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import org.junit.jupiter.api.Test;

class CardCompressorTest {
    private static final byte[] DICTIONARY =
            "The request for physical therapy is not medically necessary. ".getBytes(StandardCharsets.UTF_8);

    private final CardCompressor compressor = new CardCompressor(DICTIONARY);

    @Test
    void lucenesDecompressorReadsValuesOfEveryLength() throws IOException {
        var random = new Random(1);
        for (int length = 0; length < 600; length++) {
            var words = new byte[length];
            for (int i = 0; i < length; i++) {
                words[i] = (byte) ('a' + random.nextInt(3));
            }
            assertArrayEquals(words, decompress(compress(words), length));
        }
    }

    @Test
    void aValueAfterALongerOneIsCompressedAsIfItWereTheFirst() throws IOException {
        var value = "The request for an MRI of the neck is not medically necessary.".getBytes(StandardCharsets.UTF_8);
        var first = compress(value);
        compress("physical therapy ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        assertArrayEquals(first, compress(value));
    }

    @Test
    void incompressibleAndFarRepeatedBytesComeBack() throws IOException {
        var random = new Random(2);
        var noise = new byte[200_000];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, noise, 65_535, 1_000);
        System.arraycopy(noise, 0, noise, 180_000, 1_000);
        var compressed = compress(noise);
        assertArrayEquals(noise, decompress(compressed, noise.length));
        assertTrue(compressed.length < noise.length, compressed.length + " bytes");
    }

    @Test
    void textOfTheDictionaryTakesAFewBytes() throws IOException {
        var value = Arrays.copyOf(DICTIONARY, DICTIONARY.length);
        assertTrue(compress(value).length < 20);
    }

    @Test
    void longRunsTakeAByteForEvery255() throws IOException {
        var value = new byte[25_500];
        Arrays.fill(value, (byte) 'x');
        var compressed = compress(value);
        assertArrayEquals(value, decompress(compressed, value.length));
        assertEquals(111, compressed.length, 3);
    }

    private byte[] compress(byte[] value) throws IOException {
        var out = new ByteBuffersDataOutput();
        compressor.compress(new BytesRef(value), out);
        return out.toArrayCopy();
    }

    private static byte[] decompress(byte[] compressed, int length) throws IOException {
        var buffer = Arrays.copyOf(DICTIONARY, DICTIONARY.length + length);
        LZ4.decompress(new ByteArrayDataInput(compressed), length, buffer, DICTIONARY.length);
        return Arrays.copyOfRange(buffer, DICTIONARY.length, buffer.length);
    }
}
