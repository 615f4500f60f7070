package org.precedent.lucene.store;

import java.io.IOException;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.IOUtils;
import org.precedent.lucene.schema.IndexField;

/**
 * Stored fields in two files: cards, read for every result list, lightly compressed, and whole letters, read one at a time,
 * several to a deflated chunk, for letters have much in common.
 */
final class CardsAndLettersFormat extends StoredFieldsFormat {
    private static final int CARDS_CHUNK = 80 * 1024;
    private static final int LETTERS_CHUNK = 64 * 1024;
    private static final int CHUNK_DOCUMENTS = 1024;
    private static final int BLOCK_SHIFT = 10;

    private final StoredFieldsFormat cards = new Lucene90CompressingStoredFieldsFormat(
            "PrecedentCards", CardChunks.MODE, CARDS_CHUNK, CHUNK_DOCUMENTS, BLOCK_SHIFT);
    private final StoredFieldsFormat letters = new Lucene90CompressingStoredFieldsFormat(
            "PrecedentLetters", "letters", DeflatedChunks.MODE, LETTERS_CHUNK, CHUNK_DOCUMENTS, BLOCK_SHIFT);

    static boolean isLetter(FieldInfo field) {
        return field.name.equals(IndexField.WHOLE.key());
    }

    @Override
    public StoredFieldsReader fieldsReader(
            Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context) throws IOException {
        var first = cards.fieldsReader(directory, segment, fields, context);
        try {
            return new CardsAndLettersReader(
                    first,
                    letters.fieldsReader(directory, segment, fields, context),
                    fields.fieldInfo(IndexField.WHOLE.key()));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileSuppressingExceptions(e, first);
            throw e;
        }
    }

    @Override
    public StoredFieldsWriter fieldsWriter(Directory directory, SegmentInfo segment, IOContext context)
            throws IOException {
        var first = cards.fieldsWriter(directory, segment, context);
        try {
            return new CardsAndLettersWriter(first, letters.fieldsWriter(directory, segment, context));
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileSuppressingExceptions(e, first);
            throw e;
        }
    }
}
