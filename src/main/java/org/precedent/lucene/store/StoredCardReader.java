package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Determination;
import org.precedent.lucene.schema.IndexField;

/**
 * Reads the stored data of a determination from a Lucene index: the cards that a results page shows, or the whole determination. Documents
 * are identified by segment ordinal and document number within the segment. Not thread-safe.
 */
public final class StoredCardReader {
    private final IndexReader reader;
    private final StoredFields fields;

    public StoredCardReader(IndexReader reader) {
        this.reader = reader;
        try {
            this.fields = reader.storedFields();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the cards of a determination and its issues. */
    public StoredCardGroup cards(int segment, int letter) {
        return new StoredCardGroup(bytes(segment, letter, IndexField.CARD));
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
        try {
            var values = DocValues.getBinary(reader.leaves().get(segment).reader(), IndexField.DETERMINATION.key());
            if (!values.advanceExact(doc)) {
                throw new IllegalStateException("document without " + IndexField.DETERMINATION.key());
            }
            return StoredDetermination.decode(values.binaryValue(), cards(segment, doc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BytesRef bytes(int segment, int doc, IndexField field) {
        var requested = new SingleCard(field.key());
        try {
            fields.document(reader.leaves().get(segment).docBase + doc, requested);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(requested.value)
                .orElseThrow(() -> new IllegalStateException("document without " + field.key()));
    }

    /** Loads one stored field and skips the rest. */
    private static final class SingleCard extends StoredFieldVisitor {
        private final String name;
        private @Nullable BytesRef value;

        SingleCard(String name) {
            this.name = name;
        }

        @Override
        public Status needsField(FieldInfo field) {
            if (value != null) {
                return Status.STOP;
            }
            return field.name.equals(name) ? Status.YES : Status.NO;
        }

        @Override
        public void binaryField(FieldInfo field, byte[] bytes) {
            value = new BytesRef(bytes);
        }
    }
}
