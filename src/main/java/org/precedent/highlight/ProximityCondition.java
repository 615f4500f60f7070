package org.precedent.highlight;

import org.precedent.highlight.Intervals.Interval;
import org.precedent.search.query.Query.Within;

/**
 * Condition for two intervals of a text to be close: within a number of words, in the same sentence, or in the same paragraph.
 */
sealed interface ProximityCondition {
    static ProximityCondition of(Within within) {
        return switch (within) {
            case Within.Words words -> new Words(words.distance(), words.ordered());
            case Within.Sentence s -> new Section(TermPositions::sentence);
            case Within.Paragraph p -> new Section(TermPositions::paragraph);
        };
    }

    /** Whether the left part must come first. */
    boolean ordered();

    /** Whether two intervals are close; the first must precede the second. */
    boolean isClose(int first, int last, int otherFirst, int otherLast, TermPositions text);

    /** Whether any of several minimal intervals is close to this one or overlaps it. */
    boolean isTooClose(Interval one, Intervals others, TermPositions text);

    /** Determines which intervals are close to one of the other part. */
    Partners partners(Intervals left, Intervals right, TermPositions text);

    /** Tests whether an interval is close to one of the other part. */
    interface Partners {
        boolean ofLeft(Interval left);

        boolean ofRight(Interval right);
    }

    /** The minimal intervals that span a left interval and a close right one; both lists must be minimal. */
    default Intervals pairs(Intervals left, Intervals right, TermPositions text) {
        var found = new Intervals.Builder();
        Sink all = (first, last) -> {
            found.add(first, last);
            return false;
        };
        inOrder(left, right, text, all);
        if (!ordered()) {
            inOrder(right, left, text, all);
        }
        return found.sorted().minimal();
    }

    /** Whether there is such a pair. */
    default boolean anyPair(Intervals left, Intervals right, TermPositions text) {
        Sink one = (first, last) -> true;
        return inOrder(left, right, text, one) || (!ordered() && inOrder(right, left, text, one));
    }

    /** Receives pairs; its return value ends the iteration. */
    interface Sink {
        boolean accept(int first, int last);
    }

    private boolean inOrder(Intervals left, Intervals right, TermPositions text, Sink found) {
        int next = 0;
        for (int i = 0; i < left.size(); i++) {
            while (next < right.size() && right.first(next) <= left.last(i)) {
                next++;
            }
            if (next == right.size()) {
                return false;
            }
            if (isClose(left.first(i), left.last(i), right.first(next), right.last(next), text)
                    && found.accept(left.first(i), right.last(next))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Within a number of words.
     *
     * @param distance maximum distance; 1 means adjacent
     * @param ordered whether the left part must come first
     */
    record Words(int distance, boolean ordered) implements ProximityCondition {
        @Override
        public boolean isClose(int first, int last, int otherFirst, int otherLast, TermPositions text) {
            return otherFirst - last <= distance;
        }

        @Override
        public boolean isTooClose(Interval one, Intervals others, TermPositions text) {
            int next = others.endingFrom(one.first() - (ordered ? 0 : distance));
            return next < others.size() && others.first(next) <= one.last() + distance;
        }

        @Override
        public Partners partners(Intervals left, Intervals right, TermPositions text) {
            var leftFirsts = left.sortedFirsts();
            var rightFirsts = right.sortedFirsts();
            return new Partners() {
                @Override
                public boolean ofLeft(Interval hit) {
                    return startsBehind(hit, rightFirsts) || (!ordered && isPreceded(hit, right));
                }

                @Override
                public boolean ofRight(Interval hit) {
                    return isPreceded(hit, left) || (!ordered && startsBehind(hit, leftFirsts));
                }
            };
        }

        private boolean startsBehind(Interval hit, int[] firsts) {
            int next = Intervals.lowerBound(firsts, hit.last() + 1);
            return next < firsts.length && firsts[next] - hit.last() <= distance;
        }

        private boolean isPreceded(Interval hit, Intervals others) {
            int before = others.endingFrom(hit.first()) - 1;
            return before >= 0 && hit.first() - others.last(before) <= distance;
        }
    }

    /**
     * Within the same section of the text.
     *
     * @param number returns the section number of a position
     */
    record Section(Numbering number) implements ProximityCondition {
        /** Returns the section number of a position. */
        @FunctionalInterface
        interface Numbering {
            int sectionAt(TermPositions text, int position);
        }

        @Override
        public boolean ordered() {
            return false;
        }

        @Override
        public boolean isClose(int first, int last, int otherFirst, int otherLast, TermPositions text) {
            return number.sectionAt(text, first) == number.sectionAt(text, otherLast);
        }

        @Override
        public boolean isTooClose(Interval one, Intervals others, TermPositions text) {
            int section = number.sectionAt(text, one.first());
            if (section != number.sectionAt(text, one.last())) {
                return false;
            }
            int low = 0;
            int high = others.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (number.sectionAt(text, others.first(middle)) < section) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < others.size()
                    && number.sectionAt(text, others.first(low)) == section
                    && number.sectionAt(text, others.last(low)) == section;
        }

        @Override
        public Partners partners(Intervals left, Intervals right, TermPositions text) {
            var minimalLeft = left.minimal();
            var minimalRight = right.minimal();
            return new Partners() {
                @Override
                public boolean ofLeft(Interval hit) {
                    return hasNeighbor(hit, minimalRight, text);
                }

                @Override
                public boolean ofRight(Interval hit) {
                    return hasNeighbor(hit, minimalLeft, text);
                }
            };
        }

        private boolean hasNeighbor(Interval hit, Intervals others, TermPositions text) {
            int next = others.startingFrom(hit.last() + 1);
            if (next < others.size() && isClose(hit.first(), hit.last(), others.first(next), others.last(next), text)) {
                return true;
            }
            int before = others.endingFrom(hit.first()) - 1;
            return before >= 0 && isClose(others.first(before), others.last(before), hit.first(), hit.last(), text);
        }
    }
}
