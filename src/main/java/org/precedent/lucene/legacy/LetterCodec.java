package org.precedent.lucene.legacy;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * Codec of indexes written before determinations were stored by Lucene's own formats; registered so that {@code reindex} can
 * read them. It writes nothing.
 */
public final class LetterCodec extends FilterCodec {
    private static final StoredFieldsFormat STORED = new LegacyStoredFieldsFormat();

    /**
     * The codec; Lucene makes it by reflection.
     */
    public LetterCodec() {
        super("PrecedentLetters1", new Lucene104Codec());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return STORED;
    }
}
