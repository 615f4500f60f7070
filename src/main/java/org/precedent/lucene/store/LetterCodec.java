package org.precedent.lucene.store;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/**
 * How a segment lies on disk: as Lucene has it, but for whole letters, which are kept apart from the cards and packed tighter.
 * Lucene finds it by its name, which every segment bears.
 */
public final class LetterCodec extends FilterCodec {
    private static final StoredFieldsFormat STORED = new CardsAndLettersFormat();

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
