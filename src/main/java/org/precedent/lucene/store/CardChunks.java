package org.precedent.lucene.store;

import java.io.IOException;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/**
 * Packs a chunk in LZ4 as Lucene does, in parts that share a dictionary and are read one by one, but looks longer for what
 * repeats: cards are written once and read all the time.
 */
final class CardChunks extends CompressionMode {
    /** Chunks are copied in merges as long as their mode is this very object. */
    static final CompressionMode MODE = new CardChunks();

    private static final int PARTS = 10;
    private static final int DICTIONARY_SHARE = 2;

    private CardChunks() {}

    @Override
    public Compressor newCompressor() {
        return new Packing();
    }

    @Override
    public Decompressor newDecompressor() {
        return new Unpacking();
    }

    private static final class Packing extends Compressor {
        private final LZ4.HighCompressionHashTable seen = new LZ4.HighCompressionHashTable();

        // dictionary length, part length, packed lengths of dictionary and parts, then all of them packed
        @Override
        public void compress(ByteBuffersDataInput in, DataOutput out) throws IOException {
            var plain = new byte[Math.toIntExact(in.length())];
            in.readBytes(plain, 0, plain.length);
            int dictionary = Math.min(LZ4.MAX_DISTANCE, plain.length / (PARTS * DICTIONARY_SHARE));
            int part = (plain.length - dictionary + PARTS - 1) / PARTS;
            out.writeVInt(dictionary);
            out.writeVInt(part);
            var packed = new ByteBuffersDataOutput();
            LZ4.compress(plain, 0, dictionary, packed, seen);
            out.writeVInt(Math.toIntExact(packed.size()));
            var buffer = new byte[dictionary + part];
            System.arraycopy(plain, 0, buffer, 0, dictionary);
            for (int from = dictionary; from < plain.length; from += part) {
                int length = Math.min(part, plain.length - from);
                System.arraycopy(plain, from, buffer, dictionary, length);
                long before = packed.size();
                LZ4.compressWithDictionary(buffer, 0, dictionary, length, packed, seen);
                out.writeVInt(Math.toIntExact(packed.size() - before));
            }
            packed.copyTo(out);
        }

        @Override
        public void close() {}
    }

    /** Fetches what it unpacks at once, for bytes asked one by one of a file each cost a check. */
    private static final class Unpacking extends Decompressor {
        private static final String DAMAGED = "a chunk of cards is damaged";

        private byte[] packed = new byte[0];
        private byte[] plain = new byte[0];

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
                throw damaged(in);
            }
            int parts = (plainLength - dictionary + part - 1) / part;
            int packedDictionary = in.readVInt();
            var packedParts = new int[parts];
            for (int i = 0; i < parts; i++) {
                packedParts[i] = in.readVInt();
            }
            plain = Lz4Block.withRoom(plain, dictionary + part);
            unpack(in, packedDictionary, dictionary, 0);
            bytes.bytes = ArrayUtil.growNoCopy(bytes.bytes, length);
            if (offset < dictionary) {
                append(bytes, offset, Math.min(offset + length, dictionary));
            }
            int first = Math.max(0, (offset - dictionary) / part);
            long before = 0;
            for (int i = 0; i < first; i++) {
                before += packedParts[i];
            }
            in.skipBytes(before);
            for (int i = first; bytes.length < length; i++) {
                int start = dictionary + i * part;
                int size = Math.min(part, plainLength - start);
                unpack(in, packedParts[i], size, dictionary);
                append(
                        bytes,
                        dictionary + Math.max(0, offset - start),
                        dictionary + Math.min(size, offset + length - start));
            }
        }

        /** Unpacks behind what the plain bytes hold up to an index, which it may refer to. */
        private void unpack(DataInput in, int packedLength, int length, int at) throws IOException {
            if (packedLength < 0 || packedLength > mostPacked(length)) {
                throw damaged(in);
            }
            packed = Lz4Block.withRoom(packed, packedLength);
            in.readBytes(packed, 0, packedLength);
            try {
                if (Lz4Block.unpack(packed, packedLength, plain, at, length) == at + length) {
                    return;
                }
            } catch (IndexOutOfBoundsException e) {
                throw new CorruptIndexException(DAMAGED, in.toString(), e);
            }
            throw damaged(in);
        }

        /** What does not repeat grows a little in being packed. */
        private static int mostPacked(int length) {
            return length + length / 255 + 16;
        }

        private static CorruptIndexException damaged(DataInput in) {
            return new CorruptIndexException(DAMAGED, in.toString());
        }

        private void append(BytesRef bytes, int from, int to) {
            System.arraycopy(plain, from, bytes.bytes, bytes.length, to - from);
            bytes.length += to - from;
        }

        @Override
        public Decompressor clone() {
            return new Unpacking();
        }
    }
}
