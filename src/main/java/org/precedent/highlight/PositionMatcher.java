package org.precedent.highlight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.highlight.Intervals.Interval;
import org.precedent.highlight.TermPositions.Term;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.Condition;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Word;

/**
 * Matches proximities and phrases of a query against the token positions of one text. Both search and highlighting use it, so that
 * proximity means the same in both. Operands of a proximity are minimal intervals, those that contain no other, so that time and space are
 * linear in the words of a text regardless of nesting.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/38.1.43">Clarke, Cormack, Burkowski: An Algebra for Structured Text Search</a>
 */
public sealed interface PositionMatcher {
    /** Returns the places where a text matches. */
    PositionMatch match(TermPositions text);

    /** The terms whose positions are needed. */
    Stream<Term> terms();

    /** Whether only texts with every one of the terms match. */
    default boolean needsEveryTerm() {
        return false;
    }

    /** Whether a text matches. */
    default boolean matches(TermPositions text) {
        return match(text).intervals().size() > 0;
    }

    /**
     * Creates a matcher for a part of a query.
     *
     * @throws IllegalArgumentException when the part has no positions
     */
    static PositionMatcher of(LeafTerms lexicon, Query query) {
        return switch (query) {
            case Word word -> ofStems(lexicon.sequences(word));
            case Phrase phrase ->
                new Leaf(List.of(lexicon.tokens(phrase).stream()
                        .<Term>map(token -> new Term.Form(token.stem(), token.form()))
                        .toList()));
            case Prefix prefix -> new Leaf(List.of(List.of(new Term.Start(LeafTerms.prefix(prefix)))));
            case Or or ->
                new Any(or.parts().stream().map(part -> of(lexicon, part)).toList());
            case Near near ->
                new Pair(of(lexicon, near.left()), of(lexicon, near.right()), ProximityCondition.of(near.within()));
            case NotNear near ->
                new Apart(of(lexicon, near.left()), of(lexicon, near.right()), ProximityCondition.of(near.within()));
            case And and -> throw withoutPositions(and);
            case Not not -> throw withoutPositions(not);
            case In in -> throw withoutPositions(in);
            case Condition condition -> throw withoutPositions(condition);
        };
    }

    private static IllegalArgumentException withoutPositions(Query query) {
        return new IllegalArgumentException("not found at places of a text: " + query);
    }

    /** Creates a matcher for any of several sequences of adjacent stems. */
    static PositionMatcher ofStems(List<List<String>> sequences) {
        return new Leaf(sequences.stream()
                .map(stems -> stems.stream().<Term>map(Term.Stem::new).toList())
                .toList());
    }

    /**
     * Matches any of several sequences of adjacent terms.
     *
     * @param sequences empty ones match nothing
     */
    record Leaf(List<List<Term>> sequences) implements PositionMatcher {
        @Override
        public PositionMatch match(TermPositions text) {
            return new PositionMatch.OfLeaf(
                    sequences.size() == 1 ? places(sequences.getFirst(), text) : anyPlaces(text));
        }

        private Intervals anyPlaces(TermPositions text) {
            var found = new ArrayList<Intervals>(sequences.size());
            for (var sequence : sequences) {
                var places = places(sequence, text);
                if (places.size() > 0) {
                    found.add(places);
                }
            }
            return found.isEmpty() ? Intervals.NONE : Intervals.union(found);
        }

        private static Intervals places(List<Term> sequence, TermPositions text) {
            if (sequence.size() == 1) {
                return Intervals.at(text.positions(sequence.getFirst()));
            }
            var words = new ArrayList<int[]>(sequence.size());
            for (var term : sequence) {
                var positions = text.positions(term);
                if (positions.length == 0) {
                    return Intervals.NONE;
                }
                words.add(positions);
            }
            return words.isEmpty() ? Intervals.NONE : Intervals.adjacent(words);
        }

        @Override
        public Stream<Term> terms() {
            return sequences.stream().flatMap(List::stream);
        }

        @Override
        public boolean needsEveryTerm() {
            return sequences.size() == 1 && !sequences.getFirst().isEmpty();
        }
    }

    /** Matches any of several parts. */
    record Any(List<PositionMatcher> parts) implements PositionMatcher {
        @Override
        public PositionMatch match(TermPositions text) {
            return new PositionMatch.OfAny(
                    parts.stream().map(part -> part.match(text)).toList());
        }

        @Override
        public Stream<Term> terms() {
            return parts.stream().flatMap(PositionMatcher::terms);
        }
    }

    /** Matches two parts close to each other. */
    record Pair(PositionMatcher left, PositionMatcher right, ProximityCondition closeness) implements PositionMatcher {
        @Override
        public boolean matches(TermPositions text) {
            var one = left.match(text).intervals();
            return one.size() > 0
                    && closeness.anyPair(
                            one.minimal(), right.match(text).intervals().minimal(), text);
        }

        @Override
        public PositionMatch match(TermPositions text) {
            var one = left.match(text);
            if (one.intervals().size() == 0) {
                return PositionMatch.NONE;
            }
            var other = right.match(text);
            var pairs =
                    closeness.pairs(one.intervals().minimal(), other.intervals().minimal(), text);
            return new PositionMatch.OfPair(pairs, one, other, closeness, text);
        }

        @Override
        public Stream<Term> terms() {
            return Stream.concat(left.terms(), right.terms());
        }

        @Override
        public boolean needsEveryTerm() {
            return left.needsEveryTerm() && right.needsEveryTerm();
        }
    }

    /** Matches the left part where the right part is not close to it. */
    record Apart(PositionMatcher left, PositionMatcher right, ProximityCondition closeness) implements PositionMatcher {
        @Override
        public PositionMatch match(TermPositions text) {
            var one = left.match(text);
            var others = right.match(text).intervals().minimal();
            return new PositionMatch.OfApart(one, hit -> !closeness.isTooClose(hit, others, text));
        }

        @Override
        public Stream<Term> terms() {
            return Stream.concat(left.terms(), right.terms());
        }
    }

    /**
     * The places where a text matches a part of a query, and the words to highlight.
     */
    sealed interface PositionMatch {
        PositionMatch NONE = new OfLeaf(Intervals.NONE);

        /** The matching intervals; only minimal ones for proximities. */
        Intervals intervals();

        /** The words to highlight within intervals that satisfy a predicate. */
        Stream<Interval> hits(Predicate<Interval> counts);

        /** Match of a word, phrase, or prefix. */
        record OfLeaf(Intervals intervals) implements PositionMatch {
            @Override
            public Stream<Interval> hits(Predicate<Interval> counts) {
                return intervals.stream().filter(counts);
            }
        }

        /** Match of alternatives. */
        record OfAny(List<PositionMatch> parts) implements PositionMatch {
            @Override
            public Intervals intervals() {
                return Intervals.union(
                        parts.stream().map(PositionMatch::intervals).toList());
            }

            @Override
            public Stream<Interval> hits(Predicate<Interval> counts) {
                return parts.stream().flatMap(part -> part.hits(counts));
            }
        }

        /** Match of a proximity. */
        record OfPair(
                Intervals intervals,
                PositionMatch left,
                PositionMatch right,
                ProximityCondition closeness,
                TermPositions text)
                implements PositionMatch {
            @Override
            public Stream<Interval> hits(Predicate<Interval> counts) {
                var counted = intervals.filter(counts);
                if (counted.size() == 0) {
                    return Stream.empty();
                }
                // if every minimal pair counts, so do longer pairs, which the minimal ones do not contain
                boolean all = counted.size() == intervals.size();
                Predicate<Interval> inside = hit -> all || counted.anyContains(hit);
                var partners = closeness.partners(left.intervals(), right.intervals(), text);
                return Stream.concat(
                        left.hits(hit -> inside.test(hit) && partners.ofLeft(hit)),
                        right.hits(hit -> inside.test(hit) && partners.ofRight(hit)));
            }
        }

        /** Match of a part where another is not close. */
        record OfApart(PositionMatch part, Predicate<Interval> isApart) implements PositionMatch {
            @Override
            public Intervals intervals() {
                return part.intervals().minimal().filter(isApart);
            }

            @Override
            public Stream<Interval> hits(Predicate<Interval> counts) {
                return part.hits(hit -> isApart.test(hit) && counts.test(hit));
            }
        }
    }
}
