package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.precedent.lucene.schema.IndexField;

/**
 * Looks up documents of determinations by id or file digest.
 */
public final class StoredLetterLookup {
    private StoredLetterLookup() {}

    /** Location of a determination's own document. */
    public record At(int segment, int doc) {}

    /** Finds the determination with an id. */
    public static Optional<At> findById(IndexReader reader, String id) {
        return last(reader, new Term(IndexField.LETTER.key(), id));
    }

    /** Finds a determination extracted from a file with this digest. */
    public static Optional<At> findByDigest(IndexReader reader, String sha256) {
        return last(reader, new Term(IndexField.SHA.key(), CardFormat.digest(sha256)));
    }

    /** The latest time a determination was added or changed, including deleted ones; {@link Instant#EPOCH} when there is none. */
    public static Instant newestTime(IndexReader reader) {
        try {
            var newest = PointValues.getMaxPackedValue(reader, IndexField.LAST_CHANGED.key());
            return newest == null ? Instant.EPOCH : Instant.ofEpochMilli(LongPoint.decodeDimension(newest, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last live document with a term; within a block this is the determination's own document. */
    private static Optional<At> last(IndexReader reader, Term term) {
        try {
            for (var leaf : reader.leaves()) {
                var postings = leaf.reader().postings(term, PostingsEnum.NONE);
                int found = postings == null ? -1 : last(postings, leaf.reader().getLiveDocs());
                if (found >= 0) {
                    return Optional.of(new At(leaf.ord, found));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int last(PostingsEnum postings, @org.jspecify.annotations.Nullable Bits live) throws IOException {
        int found = -1;
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            if (live == null || live.get(doc)) {
                found = doc;
            }
        }
        return found;
    }
}
