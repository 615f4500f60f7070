package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.SearchEngine.Listed;

/**
 * Lists all determinations of a snapshot in index order.
 */
public final class LetterList {
    private final long from;
    private final int count;
    private final List<Listed> letters = new ArrayList<>();
    private long passed;

    private LetterList(long from, int count) {
        this.from = from;
        this.count = count;
    }

    public static List<Listed> list(IndexSnapshot view, long from, int count) {
        var list = new LetterList(from, count);
        try {
            for (int segment = 0; segment < view.segments().size() && list.letters.size() < count; segment++) {
                list.add(
                        view.leaves().get(segment).reader(),
                        view.segments().get(segment).letters());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return list.letters;
    }

    private void add(LeafReader reader, FixedBitSet ends) throws IOException {
        var ids = DocValues.getSorted(reader, IndexField.ID_ORDER.key());
        var changed = DocValues.getNumeric(reader, IndexField.LAST_CHANGED.key());
        var live = reader.getLiveDocs();
        for (int doc = BlockBits.next(ends, 0);
                doc != BlockBits.NONE && letters.size() < count;
                doc = BlockBits.next(ends, doc + 1)) {
            if ((live == null || live.get(doc))
                    && passed++ >= from
                    && ids.advanceExact(doc)
                    && changed.advanceExact(doc)) {
                letters.add(new Listed(
                        ids.lookupOrd(ids.ordValue()).utf8ToString(), Instant.ofEpochMilli(changed.longValue())));
            }
        }
    }
}
