package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.lucene.schema.IndexField;

/**
 * Reads the stored data of a determination from a Lucene index: the cards that a results page shows, or the whole determination. Documents
 * are identified by segment ordinal and document number within the segment. Not thread-safe.
 */
public final class StoredCardReader {
    private final IndexReader reader;
    private final CardCompression compression = new CardCompression();

    public StoredCardReader(IndexReader reader) {
        this.reader = reader;
    }

    /** Reads the cards of a determination and its issues. */
    public StoredCardGroup cards(int segment, int letter) {
        return new StoredCardGroup(compression, bytes(segment, letter, IndexField.CARD));
    }

    public StoredLetterCard letter(int segment, int doc) {
        return cards(segment, doc).letter();
    }

    /**
     * Reads the whole determination.
     *
     * @param segment ordinal of the segment
     * @param doc the determination's own document within the segment
     */
    public Determination determination(int segment, int doc) {
        var cards = cards(segment, doc);
        return StoredDetermination.decode(
                bytes(segment, doc, IndexField.DETERMINATION),
                cards.plain(),
                cards.letter().sha256());
    }

    private BytesRef bytes(int segment, int doc, IndexField field) {
        try {
            var values = DocValues.getBinary(reader.leaves().get(segment).reader(), field.key());
            if (!values.advanceExact(doc)) {
                throw new IllegalStateException("document without " + field.key());
            }
            return values.binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
