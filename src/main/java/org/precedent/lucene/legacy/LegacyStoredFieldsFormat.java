package org.precedent.lucene.legacy;

import java.io.IOException;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.IOUtils;

/**
 * Reads stored fields of the legacy codec: result cards in one file, whole letters in another.
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
                    fields.fieldInfo(LegacyLetters.WHOLE));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileSuppressingExceptions(e, first);
            throw e;
        }
    }

    @Override
    public StoredFieldsWriter fieldsWriter(Directory directory, SegmentInfo segment, IOContext context) {
        throw new UnsupportedOperationException("the legacy codec only reads");
    }
}
