package org.precedent.lucene.proximity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.precedent.highlight.TermPositions;
import org.precedent.text.IndexTerms;

/**
 * Positions of terms in the documents of one segment, read from its postings document by document. Not thread-safe.
 */
final class PostingPositions implements TermPositions {
    private static final int[] NOWHERE = {};

    private final @Nullable TermsEnum dictionary;
    private final Map<Term, Postings> postings = new HashMap<>();
    private @Nullable Postings sentences;
    private @Nullable Postings paragraphs;
    private int doc = -1;

    /**
     * Positions in one field of a segment.
     *
     * @param terms of the field; null where the segment has none
     * @param spellings the terms of the field that stand for each term
     */
    PostingPositions(@Nullable Terms terms, Map<Term, List<BytesRef>> spellings) throws IOException {
        this.dictionary = terms == null ? null : terms.iterator();
        spellings.forEach((term, spelled) -> postings.put(term, new Postings(spelled)));
    }

    /** Moves on to a document; documents ascend. */
    void moveTo(int to) {
        doc = to;
    }

    @Override
    public int[] of(Term term) {
        var found = postings.get(term);
        return found == null ? NOWHERE : found.positions();
    }

    @Override
    public int sentence(int position) {
        if (sentences == null) {
            sentences = new Postings(List.of(new BytesRef(IndexTerms.SENTENCE_START)));
        }
        return section(sentences, position);
    }

    @Override
    public int paragraph(int position) {
        if (paragraphs == null) {
            paragraphs = new Postings(List.of(new BytesRef(IndexTerms.PARAGRAPH_START)));
        }
        return section(paragraphs, position);
    }

    private static int section(Postings starts, int position) {
        int at = Arrays.binarySearch(starts.positions(), position);
        return at >= 0 ? at : -at - 2;
    }

    /** Postings of one or several terms that count as one. */
    private final class Postings {
        private final List<PostingsEnum> lists = new ArrayList<>();
        private int[] positions = NOWHERE;
        private int read = -1;

        Postings(List<BytesRef> spellings) {
            try {
                for (var spelling : spellings) {
                    if (dictionary != null && dictionary.seekExact(spelling)) {
                        lists.add(dictionary.postings(null, PostingsEnum.POSITIONS));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int[] positions() {
            if (read != doc) {
                positions = read();
                read = doc;
            }
            return positions;
        }

        private int[] read() {
            var found = NOWHERE;
            try {
                for (var list : lists) {
                    int at = list.docID() < doc ? list.advance(doc) : list.docID();
                    if (at == doc) {
                        found = append(found, list);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return found;
        }

        private static int[] append(int[] before, PostingsEnum list) throws IOException {
            int count = list.freq();
            var all = Arrays.copyOf(before, before.length + count);
            for (int i = before.length; i < all.length; i++) {
                all[i] = list.nextPosition();
            }
            if (before.length > 0) {
                Arrays.sort(all);
            }
            return all;
        }
    }
}
