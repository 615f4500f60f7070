package org.precedent.lucene.legacy;

import java.io.IOException;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads cards, and whole letters only for visitors that want them.
 */
final class LegacyStoredFieldsReader extends StoredFieldsReader {
    private final StoredFieldsReader cards;
    private final StoredFieldsReader letters;
    private final @Nullable FieldInfo whole;

    /**
     * A reader of both files.
     *
     * @param whole the field of whole letters; null in a segment that has none
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
