package org.precedent.lucene.legacy;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.compress.LZ4;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored fields of the legacy codec: result cards in one file, whole determinations in another.
 */
final class LegacyStoredFieldsFormat extends StoredFieldsFormat {
    private static final int CARDS_CHUNK = 80 * 1024;
    private static final int LETTERS_CHUNK = 64 * 1024;
    private static final int CHUNK_DOCUMENTS = 1024;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat cards = new Lucene90CompressingStoredFieldsFormat(
            "PrecedentCards", LegacyCardChunks.MODE, CARDS_CHUNK, CHUNK_DOCUMENTS, BLOCK_SHIFT);
    private final StoredFieldsFormat letters = new Lucene90CompressingStoredFieldsFormat(
            "PrecedentLetters", "letters", LegacyLetterChunks.MODE, LETTERS_CHUNK, CHUNK_DOCUMENTS, BLOCK_SHIFT);

    @Override
    public StoredFieldsReader fieldsReader(
            Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context) throws IOException {
        var first = cards.fieldsReader(directory, segment, fields, context);
        try {
            return new LegacyStoredFieldsReader(
                    first,
                    letters.fieldsReader(directory, segment, fields, context),
                    fields.fieldInfo(LegacyLetters.WHOLE_FIELD));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileSuppressingExceptions(e, first);
            throw e;
        }
    }

    @Override
    public StoredFieldsWriter fieldsWriter(Directory directory, SegmentInfo segment, IOContext context) {
        throw new UnsupportedOperationException("the legacy codec only reads");
    }

    /**
     * Decompresses chunks of result cards of the legacy codec: LZ4 blocks with a shared dictionary.
     */
    private static final class LegacyCardChunks extends CompressionMode {
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

        /** Decompresses the dictionary and all blocks; a rebuild reads every card, so skipping blocks would gain nothing. */
        private static final class Unpacking extends Decompressor {
            // layout: dictionary length, block length, compressed lengths of dictionary and blocks, then the compressed
            // data
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

    /**
     * Inflates chunks of whole determinations of the legacy codec.
     */
    private static final class LegacyLetterChunks extends CompressionMode {
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

            private static void inflate(byte[] packed, byte[] plain, int expectedLength, DataInput in)
                    throws IOException {
                var inflater = new Inflater(true);
                try {
                    inflater.setInput(packed);
                    int done = 0;
                    while (done < expectedLength) {
                        int more = inflater.inflate(plain, done, expectedLength - done);
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

    /**
     * Reads cards, and whole determinations only for visitors that need them.
     */
    private static final class LegacyStoredFieldsReader extends StoredFieldsReader {
        private final StoredFieldsReader cards;
        private final StoredFieldsReader letters;
        private final @Nullable FieldInfo whole;

        /**
         * Creates a reader of both files.
         *
         * @param whole the field with whole determinations; null in a segment without it
         */
        LegacyStoredFieldsReader(StoredFieldsReader cards, StoredFieldsReader letters, @Nullable FieldInfo whole) {
            this.cards = cards;
            this.letters = letters;
            this.whole = whole;
        }

        @Override
        public void document(int doc, StoredFieldVisitor visitor) throws IOException {
            cards.document(doc, visitor);
            if (whole != null && visitor.needsField(whole) == StoredFieldVisitor.Status.YES) {
                letters.document(doc, visitor);
            }
        }

        @Override
        public void prefetch(int doc) throws IOException {
            cards.prefetch(doc);
        }

        @Override
        public StoredFieldsReader clone() {
            return new LegacyStoredFieldsReader(cards.clone(), letters.clone(), whole);
        }

        @Override
        public StoredFieldsReader getMergeInstance() throws IOException {
            return new LegacyStoredFieldsReader(cards.getMergeInstance(), letters.getMergeInstance(), whole);
        }

        @Override
        public void finishMerge() throws IOException {
            cards.finishMerge();
            letters.finishMerge();
        }

        @Override
        public void checkIntegrity() throws IOException {
            cards.checkIntegrity();
            letters.checkIntegrity();
        }

        @Override
        public void close() throws IOException {
            IOUtils.close(cards, letters);
        }
    }
}
