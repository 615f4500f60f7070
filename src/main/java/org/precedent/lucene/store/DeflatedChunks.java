package org.precedent.lucene.store;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Deflates a chunk as a whole, quickly rather than to the last byte: what letters share is found at the lowest levels too.
 */
final class DeflatedChunks extends CompressionMode {
    /** Chunks are copied in merges as long as their mode is this very object. */
    static final CompressionMode MODE = new DeflatedChunks();

    private static final int LEVEL = 2;

    private DeflatedChunks() {}

    @Override
    public Compressor newCompressor() {
        return new Deflating();
    }

    @Override
    public Decompressor newDecompressor() {
        return new Inflating();
    }

    private static final class Deflating extends Compressor {
        private final Deflater deflater = new Deflater(LEVEL, true);
        private byte[] plain = new byte[0];
        private byte[] packed = new byte[0];

        @Override
        public void compress(ByteBuffersDataInput in, DataOutput out) throws IOException {
            int length = Math.toIntExact(in.length());
            plain = ArrayUtil.growNoCopy(plain, length);
            in.readBytes(plain, 0, length);
            deflater.reset();
            deflater.setInput(plain, 0, length);
            deflater.finish();
            int size = 0;
            while (!deflater.finished()) {
                packed = ArrayUtil.grow(packed, Math.max(size + 1, length / 2));
                size += deflater.deflate(packed, size, packed.length - size);
            }
            out.writeVInt(size);
            out.writeBytes(packed, 0, size);
        }

        @Override
        public void close() {
            deflater.end();
        }
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
