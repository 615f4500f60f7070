package org.precedent.lucene.legacy;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Inflates chunks of whole letters of the legacy codec.
 */
final class LegacyLetterChunks extends CompressionMode {
    static final CompressionMode MODE = new LegacyLetterChunks();

    private LegacyLetterChunks() {}

    @Override
    public Compressor newCompressor() {
        throw new UnsupportedOperationException("the legacy codec only reads");
    }

    @Override
    public Decompressor newDecompressor() {
        return new Inflating();
    }

    private static final class Inflating extends Decompressor {
        @Override
        public void decompress(DataInput in, int plainLength, int offset, int length, BytesRef bytes)
                throws IOException {
            bytes.offset = 0;
            bytes.length = 0;
            if (length == 0) {
                return;
            }
            var packed = new byte[in.readVInt()];
            in.readBytes(packed, 0, packed.length);
            bytes.bytes = ArrayUtil.growNoCopy(bytes.bytes, offset + length);
            inflate(packed, bytes.bytes, offset + length, in);
            bytes.offset = offset;
            bytes.length = length;
        }

        private static void inflate(byte[] packed, byte[] plain, int wanted, DataInput in) throws IOException {
            var inflater = new Inflater(true);
            try {
                inflater.setInput(packed);
                int done = 0;
                while (done < wanted) {
                    int more = inflater.inflate(plain, done, wanted - done);
                    if (more == 0) {
                        throw new CorruptIndexException("chunk of letters ends early", in.toString());
                    }
                    done += more;
                }
            } catch (DataFormatException e) {
                throw new CorruptIndexException("chunk of letters cannot be inflated", in.toString(), e);
            } finally {
                inflater.end();
            }
        }

        @Override
        public Decompressor clone() {
            return new Inflating();
        }
    }
}
