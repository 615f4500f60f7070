package org.precedent.lucene.legacy;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * Codec of indexes written before determinations were stored in Lucene's own formats; registered so that {@code reindex} can read them.
 * Read-only.
 */
public final class LetterCodec extends FilterCodec {
    private static final StoredFieldsFormat STORED = new LegacyStoredFieldsFormat();

    /**
     * Called by Lucene's service loader.
     */
    public LetterCodec() {
        super("PrecedentLetters1", new Lucene104Codec());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return STORED;
    }
}
