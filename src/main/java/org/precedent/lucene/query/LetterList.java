package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.SearchEngine.Listed;

/**
 * Lists the determinations of a snapshot by id.
 */
public final class LetterList {
    private static final Comparator<Entry> BY_ID = Comparator.comparing(Entry::id);

    private final Optional<BytesRef> after;
    private final int count;

    private record Entry(BytesRef id, Instant lastChanged) {}

    private LetterList(Optional<String> after, int count) {
        this.after = after.map(BytesRef::new);
        this.count = count;
    }

    /**
     * Returns the next determinations in id order.
     *
     * @param after exclusive lower bound; empty to start with the first id
     * @param count maximum number returned
     */
    public static List<Listed> list(IndexSnapshot view, Optional<String> after, int count) {
        var list = new LetterList(after, count);
        var entries = new ArrayList<Entry>();
        try {
            for (int segment = 0; segment < view.segments().size(); segment++) {
                entries.addAll(list.next(
                        view.leaves().get(segment).reader(),
                        view.segments().get(segment).letters()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries.stream()
                .sorted(BY_ID)
                .limit(count)
                .map(e -> new Listed(e.id.utf8ToString(), e.lastChanged))
                .toList();
    }

    /** The next determinations of one segment, where ordinals have the same order as ids. */
    private List<Entry> next(LeafReader reader, FixedBitSet ends) throws IOException {
        var ids = DocValues.getSorted(reader, IndexField.ID_ORDER.key());
        var chosen = first(ids, reader, ends);
        Arrays.sort(chosen, Comparator.comparingInt(at -> at[1]));
        var changed = DocValues.getNumeric(reader, IndexField.LAST_CHANGED.key());
        var entries = new ArrayList<Entry>();
        for (var at : chosen) {
            if (changed.advanceExact(at[1])) {
                entries.add(new Entry(
                        BytesRef.deepCopyOf(ids.lookupOrd(at[0])), Instant.ofEpochMilli(changed.longValue())));
            }
        }
        return entries;
    }

    /** Ordinals and documents of the first determinations after the given id. */
    private int[][] first(SortedDocValues ids, LeafReader reader, FixedBitSet ends) throws IOException {
        int start = after.isPresent() ? start(ids, after.get()) : 0;
        var live = reader.getLiveDocs();
        var found = new ArrayList<int[]>();
        for (int doc = BlockBits.next(ends, 0); doc != BlockBits.NONE; doc = BlockBits.next(ends, doc + 1)) {
            if ((live == null || live.get(doc)) && ids.advanceExact(doc) && ids.ordValue() >= start) {
                found.add(new int[] {ids.ordValue(), doc});
            }
        }
        found.sort(Comparator.comparingInt(at -> at[0]));
        return found.stream().limit(count).toArray(int[][]::new);
    }

    private static int start(SortedDocValues ids, BytesRef id) throws IOException {
        int at = ids.lookupTerm(id);
        return at < 0 ? -at - 1 : at + 1;
    }
}
