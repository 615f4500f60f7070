package org.precedent.lucene;

import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.search.Total;

/**
 * A set of issues of one view: a bit per document, segment by segment.
 *
 * @param view the view they are of
 * @param bits one set per segment, changed only before it is shared
 */
record Hits(IndexView view, List<FixedBitSet> bits) {
    Hits {
        bits = List.copyOf(bits);
    }

    Hits and(Hits other) {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            copy.bits.get(i).and(other.bits.get(i));
        }
        return copy;
    }

    Hits or(Hits other) {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            copy.bits.get(i).or(other.bits.get(i));
        }
        return copy;
    }

    Hits andNot(Hits other) {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            copy.bits.get(i).andNot(other.bits.get(i));
        }
        return copy;
    }

    Hits copy() {
        return new Hits(view, bits.stream().map(FixedBitSet::clone).toList());
    }

    /** All issues of the letters that have an issue in this set. */
    Hits wholeLetters() {
        var copy = copy();
        for (int i = 0; i < bits.size(); i++) {
            var columns = view.segments().get(i);
            var set = copy.bits.get(i);
            int at = bits.get(i).length() == 0 ? Blocks.NONE : set.nextSetBit(0);
            while (at != Blocks.NONE) {
                int letter = columns.letterOf(at);
                set.set(columns.firstOf(letter), letter);
                at = letter + 1 < set.length() ? set.nextSetBit(letter + 1) : Blocks.NONE;
            }
        }
        return copy.and(view.issues());
    }

    Total total() {
        long issues = 0;
        long letters = 0;
        for (int i = 0; i < bits.size(); i++) {
            issues += bits.get(i).cardinality();
            letters += Blocks.countLetters(bits.get(i), view.segments().get(i).letters());
        }
        return new Total(issues, letters);
    }

    /** Whether it is the view's own set of all issues, for which answers are kept; an equal set made otherwise is not. */
    @SuppressWarnings("ReferenceEquality")
    boolean isEveryIssue() {
        return this == view.issues();
    }

    boolean isEmpty() {
        return bits.stream().allMatch(FixedBitSet::scanIsEmpty);
    }
}
