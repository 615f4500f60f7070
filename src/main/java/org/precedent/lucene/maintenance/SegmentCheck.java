package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.SegmentColumns;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredDetermination;

/**
 * Cross-checks the parts of one segment: blocks are complete, cards agree with stored determinations.
 */
final class SegmentCheck {
    private final LeafReader leaf;
    private final int segment;
    private final StoredCardReader cards;
    private final List<String> found = new ArrayList<>();

    private SegmentCheck(LeafReader leaf, int segment, IndexReader reader) {
        this.leaf = leaf;
        this.segment = segment;
        this.cards = new StoredCardReader(reader);
    }

    static List<String> run(LeafReader leaf, int segment, IndexReader reader) throws IOException {
        var check = new SegmentCheck(leaf, segment, reader);
        check.run();
        return check.found;
    }

    private void run() throws IOException {
        var letters = SegmentColumns.letters(leaf);
        var live = leaf.getLiveDocs();
        int first = 0;
        for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; doc = BlockBits.next(letters, doc + 1)) {
            if (live == null || live.get(doc)) {
                block(first, doc);
            }
            first = doc + 1;
        }
        if (first != leaf.maxDoc()) {
            found.add("segment " + segment + ": documents after the last letter; run `precedent reindex`");
        }
    }

    private void block(int first, int end) throws IOException {
        var card = cards.letter(segment, end);
        var letter = cards.whole(segment, end);
        boolean whole = card.facts().id().equals(letter.id())
                && letter.issues().size() == end - first
                && card.content().equals(StoredDetermination.of(letter).content())
                && documentsOf(card.facts().id(), first, end) == end - first + 1;
        if (!whole) {
            found.add("letter " + card.facts().id() + ": its parts do not agree; run `precedent reindex`");
        }
    }

    private int documentsOf(String id, int first, int end) throws IOException {
        var postings = leaf.postings(new Term(IndexField.LETTER.key(), id), PostingsEnum.NONE);
        int count = 0;
        if (postings != null) {
            int doc = first == 0 ? postings.nextDoc() : postings.advance(first);
            for (; doc != DocIdSetIterator.NO_MORE_DOCS && doc <= end; doc = postings.nextDoc()) {
                count++;
            }
        }
        return count;
    }
}
