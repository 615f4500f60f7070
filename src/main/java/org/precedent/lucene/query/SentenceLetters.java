package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.precedent.engine.SentenceDigests;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.StockSentences;
import org.precedent.lucene.snapshot.IndexSnapshot;

/**
 * Looks up which determinations have a sentence, by its digest: one seek per sentence and segment.
 */
public final class SentenceLetters {
    private final IndexSnapshot view;

    /** Creates a lookup on a snapshot. */
    public SentenceLetters(IndexSnapshot view) {
        this.view = view;
    }

    /**
     * Returns the ids of determinations by sentence digest, at most {@link SentenceDigests#BOILERPLATE_MINIMUM} per sentence.
     */
    public Map<Integer, List<String>> find(Set<Integer> digests) {
        var found = new HashMap<Integer, List<String>>();
        digests.forEach(d -> found.put(d, new ArrayList<>()));
        try {
            for (var leaf : view.leaves()) {
                var terms = leaf.reader().terms(IndexField.SENTENCE.key());
                if (terms != null) {
                    var seeker = terms.iterator();
                    for (var digest : found.entrySet()) {
                        if (seeker.seekExact(StockSentences.term(digest.getKey()))) {
                            collect(leaf.reader(), seeker, digest.getValue());
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void collect(LeafReader reader, TermsEnum sentence, List<String> into) throws IOException {
        var ids = reader.getSortedDocValues(IndexField.ID_ORDER.key());
        var live = reader.getLiveDocs();
        var postings = sentence.postings(null, PostingsEnum.NONE);
        for (int doc = postings.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS && into.size() < SentenceDigests.BOILERPLATE_MINIMUM;
                doc = postings.nextDoc()) {
            if ((live == null || live.get(doc)) && ids != null && ids.advanceExact(doc)) {
                into.add(ids.lookupOrd(ids.ordValue()).utf8ToString());
            }
        }
    }
}
