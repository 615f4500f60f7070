package org.precedent.highlight;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.highlight.Intervals.Interval;

/**
 * Where one text satisfies a part of a query, and which of its words to mark.
 */
sealed interface PositionMatch {
    PositionMatch NONE = new OfLeaf(Intervals.NONE);

    /** The intervals that satisfy the part; of proximities only minimal ones. */
    Intervals intervals();

    /** The words to mark of intervals that count. */
    Stream<Interval> hits(Predicate<Interval> counts);

    /** A word, phrase or word start. */
    record OfLeaf(Intervals intervals) implements PositionMatch {
        @Override
        public Stream<Interval> hits(Predicate<Interval> counts) {
            return intervals.stream().filter(counts);
        }
    }

    /** Alternatives. */
    record OfAny(List<PositionMatch> parts) implements PositionMatch {
        @Override
        public Intervals intervals() {
            return Intervals.union(parts.stream().map(PositionMatch::intervals).toList());
        }

        @Override
        public Stream<Interval> hits(Predicate<Interval> counts) {
            return parts.stream().flatMap(part -> part.hits(counts));
        }
    }

    /** A proximity. */
    record OfPair(
            Intervals intervals,
            PositionMatch left,
            PositionMatch right,
            ProximityCondition closeness,
            TermPositions text)
            implements PositionMatch {
        @Override
        public Stream<Interval> hits(Predicate<Interval> counts) {
            var counted = intervals.where(counts);
            if (counted.size() == 0) {
                return Stream.empty();
            }
            // where every pair counts, longer ones do as well
            boolean all = counted.size() == intervals.size();
            Predicate<Interval> inside = hit -> all || counted.anyContains(hit);
            var partners = closeness.partners(left.intervals(), right.intervals(), text);
            return Stream.concat(
                    left.hits(hit -> inside.test(hit) && partners.ofLeft(hit)),
                    right.hits(hit -> inside.test(hit) && partners.ofRight(hit)));
        }
    }

    /** A part at places where another is not close. */
    record OfApart(PositionMatch part, Predicate<Interval> isApart) implements PositionMatch {
        @Override
        public Intervals intervals() {
            return part.intervals().minimal().where(isApart);
        }

        @Override
        public Stream<Interval> hits(Predicate<Interval> counts) {
            return part.hits(hit -> isApart.test(hit) && counts.test(hit));
        }
    }
}
