package org.precedent.lucene.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.precedent.lucene.schema.IndexField;

/**
 * Counts the determinations of an index without decoding them.
 */
public final class LetterCount {
    private LetterCount() {}

    /**
     * Returns the number of determinations in a generation's last commit; empty when it cannot be opened.
     */
    public static OptionalLong count(Path folder) {
        try (var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
                var reader = DirectoryReader.open(directory)) {
            return OptionalLong.of(count(reader));
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private static long count(IndexReader reader) throws IOException {
        long count = 0;
        for (var leaf : reader.leaves()) {
            count += count(leaf.reader());
        }
        return count;
    }

    private static long count(LeafReader leaf) throws IOException {
        var letters = leaf.postings(new Term(IndexField.END.key(), "1"), PostingsEnum.NONE);
        if (letters == null) {
            return 0;
        }
        var live = leaf.getLiveDocs();
        long count = 0;
        for (int doc = letters.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = letters.nextDoc()) {
            count += live == null || live.get(doc) ? 1 : 0;
        }
        return count;
    }
}
