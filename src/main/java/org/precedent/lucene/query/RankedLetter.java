package org.precedent.lucene.query;

/**
 * A determination with its sort keys.
 *
 * @param segment ordinal of the segment
 * @param doc the determination's own document within the segment
 * @param key primary sort key; larger keys come first
 * @param decided day of the decision (days since 1970), {@link Long#MIN_VALUE} if unknown
 */
public record RankedLetter(int segment, int doc, double key, long decided) {
    /** Returns a copy with another primary sort key. */
    RankedLetter withKey(double other) {
        return new RankedLetter(segment, doc, other, decided);
    }
}
