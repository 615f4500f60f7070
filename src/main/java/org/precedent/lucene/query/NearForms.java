package org.precedent.lucene.query;

import java.util.function.Predicate;
import org.apache.lucene.util.BytesRef;
import org.precedent.text.IndexTerms;

/**
 * Rules out terms of a text field whose printed form cannot be within some edits of a word, by comparing lengths and sets of letters. At a
 * million determinations tens of thousands of terms begin with a letter; decoding each of them cost more than the search itself.
 */
final class NearForms implements Predicate<BytesRef> {
    private final int length;
    private final long letters;
    private final int edits;
    private final boolean ascii;

    /**
     * Creates a filter.
     *
     * @param edits maximum number of letters inserted, deleted, replaced, or swapped with the next
     */
    NearForms(String word, int edits) {
        var bytes = new BytesRef(word);
        this.length = bytes.length;
        this.letters = letters(bytes, 0, bytes.length);
        this.edits = edits;
        this.ascii = bytes.length == word.length();
    }

    /** Returns false only if the form is more than the maximum number of edits away; true if either contains other than ASCII letters. */
    @Override
    public boolean test(BytesRef term) {
        int separator = separator(term);
        boolean formIsStem = separator == term.length - 1;
        int from = formIsStem ? 0 : Math.min(separator + 1, term.length);
        int to = formIsStem ? separator : term.length;
        return !ascii
                || isOther(term, from, to)
                || (Math.abs(to - from - length) <= edits
                        // an edit adds at most one letter to the set and removes at most one
                        && Long.bitCount(letters ^ letters(term, from, to)) <= 2 * edits);
    }

    private static int separator(BytesRef term) {
        int at = 0;
        while (at < term.length && term.bytes[term.offset + at] != IndexTerms.FORM) {
            at++;
        }
        return at;
    }

    private static boolean isOther(BytesRef term, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= term.bytes[term.offset + i];
        }
        return (all & 0x80) != 0;
    }

    /** The letters as bits; distinct characters may share one, which only lets more terms pass. */
    private static long letters(BytesRef text, int from, int to) {
        long set = 0;
        for (int i = from; i < to; i++) {
            set |= 1L << text.bytes[text.offset + i];
        }
        return set;
    }
}
