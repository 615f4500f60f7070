package org.precedent.lucene.query;

/**
 * A determination in result order.
 *
 * @param segment its segment
 * @param doc its own document in that segment
 * @param key what it is ordered by first, the larger the earlier
 * @param decided day of decision, {@link Long#MIN_VALUE} without one
 */
public record RankedLetter(int segment, int doc, double key, long decided) {
    /** A copy ordered by another key. */
    RankedLetter withKey(double other) {
        return new RankedLetter(segment, doc, other, decided);
    }
}
