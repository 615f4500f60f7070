package org.precedent.search.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.precedent.determination.Span;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.FacetValue;

/**
 * A parsed query: the tree that engines run and that is printed in canonical form. Text is kept as typed; folding and stemming are up to
 * the engine. A text node without a field searches the request and the rationale.
 */
public sealed interface Query {
    /** A query that matches at positions within one text. */
    sealed interface Positional extends Query {}

    /** A query that an issue or determination satisfies as a whole, regardless of its texts. */
    sealed interface Condition extends Query {}

    /**
     * The child queries, in their order; empty for a leaf.
     */
    default List<Query> children() {
        return switch (this) {
            case And and -> and.parts();
            case Or or -> or.parts();
            case Not not -> List.of(not.part());
            case Near near -> List.of(near.left(), near.right());
            case NotNear near -> List.of(near.left(), near.right());
            case In in -> List.of(in.part());
            case Word w -> List.of();
            case Phrase p -> List.of();
            case Prefix p -> List.of();
            case Condition c -> List.of();
        };
    }

    /**
     * The same query with each of its children replaced; a leaf is returned as it is.
     */
    default Query map(UnaryOperator<Query> replacement) {
        return switch (this) {
            case And and -> new And(and.parts().stream().map(replacement).toList());
            case Or or -> new Or(or.parts().stream().map(replacement).toList());
            case Not not -> new Not(replacement.apply(not.part()));
            case Near near -> new Near(replacement.apply(near.left()), replacement.apply(near.right()), near.within());
            case NotNear near ->
                new NotNear(replacement.apply(near.left()), replacement.apply(near.right()), near.within());
            case In in -> new In(in.field(), replacement.apply(in.part()));
            case Word w -> w;
            case Phrase p -> p;
            case Prefix p -> p;
            case Condition c -> c;
        };
    }

    /** Every issue. */
    record Everything() implements Condition {}

    /**
     * One typed word, which may consist of several tokens ({@code L4-5}, {@code 10/325mg}) that must then be adjacent. Case-folded and
     * expanded by synonyms.
     *
     * @param text the word as typed
     * @param at its position in the query text
     */
    record Word(String text, Span at) implements Positional {}

    /**
     * A quoted phrase: exactly these words, adjacent, without stemming or synonyms.
     *
     * @param text the words between the quotes
     * @param at their position in the query text, quotes included
     */
    record Phrase(String text, Span at) implements Positional {}

    /**
     * A prefix: matches all words that start with it.
     *
     * @param stem the letters before the asterisk, at least three
     * @param at its position in the query text
     */
    record Prefix(String stem, Span at) implements Positional {}

    /**
     * Conjunction: all parts must match.
     *
     * @param parts at least two
     */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Disjunction: at least one part must match.
     *
     * @param parts at least two
     */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Negation: matches issues that do not match the part.
     *
     * @param part the query that must not match
     */
    record Not(Query part) implements Query {}

    /**
     * Two operands close to each other, in one text. Operands are words, phrases, prefixes, OR-groups of these, or again
     * proximities.
     *
     * @param left one operand
     * @param right the other
     * @param within how close
     */
    record Near(Query left, Query right, Within within) implements Positional {}

    /**
     * Occurrences of the left operand without the right one nearby ({@code a NOT w/5 b}).
     *
     * @param left the operand to find
     * @param right the operand that must not be near it
     * @param within how close is too close
     */
    record NotNear(Query left, Query right, Within within) implements Positional {}

    /**
     * Restricts a query to one text.
     *
     * @param field the text
     * @param part the query to match there; text nodes only
     */
    record In(TextField field, Query part) implements Query {}

    /**
     * Matches issues that have a facet value, or one below it in the tree.
     *
     * @param value the value
     */
    record Has(FacetValue value) implements Condition {}

    /**
     * Matches determinations decided in a range of days.
     *
     * @param range the days
     */
    record Decided(DateRange range) implements Condition {}

    /**
     * Matches the determination with that case number.
     *
     * @param caseNumber in its canonical spelling, {@code CM16-0213037}
     */
    record CaseIs(String caseNumber) implements Condition {}

    /**
     * How close two operands of a proximity must be.
     */
    sealed interface Within {
        /**
         * At most a number of words apart: {@code w/1} is adjacent.
         *
         * @param distance 1 or more
         * @param ordered whether the left one must come first
         */
        record Words(int distance, boolean ordered) implements Within {}

        /** In the same sentence. */
        record Sentence() implements Within {}

        /** In the same paragraph. */
        record Paragraph() implements Within {}
    }
}
