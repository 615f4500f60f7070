package org.precedent.lucene.legacy;

import java.io.IOException;
import org.apache.lucene.store.DataInput;

/**
 * A part of a letter's text that is stored on one of its cards instead of with the letter: the clinical summary or a rationale.
 *
 * @param source 0 for the summary, else the number of the issue in order, from 1
 * @param start where the part begins in the text
 * @param length of the part, in characters
 * @param edits make the part of what is on the card
 */
record LegacyTextGap(int source, int start, int length, LegacyTextPatch edits) {
    /** What the card holds that the part is made of. */
    String on(LegacyCards cards) {
        return (source == 0 ? cards.summary() : cards.rationale(source - 1))
                .orElseThrow(() -> new IllegalStateException("card without the text its letter has"));
    }

    /**
     * Reads a gap.
     *
     * @param firstSource the source that was written as 0
     */
    static LegacyTextGap read(DataInput in, int firstSource) throws IOException {
        return new LegacyTextGap(firstSource + in.readVInt(), in.readVInt(), in.readVInt(), LegacyTextPatch.read(in));
    }
}
