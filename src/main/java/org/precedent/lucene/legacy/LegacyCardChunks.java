package org.precedent.lucene.legacy;

import java.io.IOException;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/**
 * Unpacks chunks of result cards of the legacy codec: LZ4 in parts that share a dictionary.
 */
final class LegacyCardChunks extends CompressionMode {
    static final CompressionMode MODE = new LegacyCardChunks();

    private LegacyCardChunks() {}

    @Override
    public Compressor newCompressor() {
        throw new UnsupportedOperationException("the legacy codec only reads");
    }

    @Override
    public Decompressor newDecompressor() {
        return new Unpacking();
    }

    /** Reads the dictionary and all parts; a rebuild reads every card once, so nothing is gained by skipping. */
    private static final class Unpacking extends Decompressor {
        // dictionary length, part length, packed lengths of dictionary and parts, then all of them packed
        @Override
        public void decompress(DataInput in, int plainLength, int offset, int length, BytesRef bytes)
                throws IOException {
            bytes.offset = 0;
            bytes.length = 0;
            if (length == 0) {
                return;
            }
            int dictionary = in.readVInt();
            int part = in.readVInt();
            if (dictionary < 0 || dictionary > plainLength || part <= 0) {
                throw new CorruptIndexException("a chunk of cards is damaged", in.toString());
            }
            int parts = (plainLength - dictionary + part - 1) / part;
            for (int i = 0; i <= parts; i++) {
                in.readVInt();
            }
            var plain = new byte[plainLength];
            var buffer = new byte[dictionary + part];
            LZ4.decompress(in, dictionary, buffer, 0);
            System.arraycopy(buffer, 0, plain, 0, dictionary);
            for (int from = dictionary; from < plainLength; from += part) {
                int size = Math.min(part, plainLength - from);
                LZ4.decompress(in, size, buffer, dictionary);
                System.arraycopy(buffer, dictionary, plain, from, size);
            }
            bytes.bytes = plain;
            bytes.offset = offset;
            bytes.length = length;
        }

        @Override
        public Decompressor clone() {
            return new Unpacking();
        }
    }
}
