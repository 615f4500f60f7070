package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Determination;
import org.precedent.lucene.schema.IndexField;

/**
 * Reads what is stored of letters, by their own documents; for one thread.
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

    /** The cards of a letter and its issues. */
    public StoredCardGroup of(int segment, int letter) {
        return new StoredCardGroup(bytes(segment, letter, IndexField.CARD));
    }

    public StoredLetterCard letter(int segment, int doc) {
        return of(segment, doc).letter();
    }

    public Determination whole(int segment, int doc) {
        var packed = bytes(segment, doc, IndexField.WHOLE);
        return PackedLetter.unpack(
                packed, PackedLetter.hasCardsApart(packed) ? gathered(segment, doc) : of(segment, doc));
    }

    /** The cards of a letter of an index to be rebuilt, from the documents of its issues. */
    private StoredCardGroup gathered(int segment, int doc) {
        var letter = letter(segment, doc);
        var issues = IntStream.range(doc - letter.issueCount(), doc)
                .mapToObj(issue -> bytes(segment, issue, IndexField.CARD))
                .toList();
        return StoredCardGroup.gathered(letter, issues);
    }

    private BytesRef bytes(int segment, int doc, IndexField field) {
        var wanted = new One(field.key());
        try {
            fields.document(reader.leaves().get(segment).docBase + doc, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(wanted.value)
                .orElseThrow(() -> new IllegalStateException("document without " + field.key()));
    }

    /** Takes one field and leaves the rest packed. */
    private static final class One extends StoredFieldVisitor {
        private final String name;
        private @Nullable BytesRef value;

        One(String name) {
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
