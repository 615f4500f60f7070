package org.precedent.search.query;

import java.util.List;
import java.util.function.UnaryOperator;
import org.precedent.determination.Span;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.FacetValue;

/**
 * A parsed query: the tree that engines run and that prints in canonical form. Text is kept as typed; folding and stemming are
 * up to the engine. A text node without a field searches the request and the rationale.
 */
public sealed interface Query {
    /** A query that is found at places of one text. */
    sealed interface Positional extends Query {}

    /** A query that a whole issue or determination satisfies, whatever its texts say. */
    sealed interface Condition extends Query {}

    /**
     * The queries directly within this one, in their order; empty for a leaf.
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
     * One typed word, which may consist of several tokens ({@code L4-5}, {@code 10/325mg}) that must then be adjacent.
     * Folded and widened by synonyms.
     *
     * @param text the word as typed
     * @param at its position in the query text
     */
    record Word(String text, Span at) implements Positional {}

    /**
     * Words between quotes: exactly these, adjacent, neither stemmed nor widened.
     *
     * @param text the words between the quotes
     * @param at their position in the query text, quotes included
     */
    record Phrase(String text, Span at) implements Positional {}

    /**
     * Words that begin so.
     *
     * @param stem the letters before the star, at least three
     * @param at its position in the query text
     */
    record Prefix(String stem, Span at) implements Positional {}

    /**
     * All of them.
     *
     * @param parts at least two
     */
    record And(List<Query> parts) implements Query {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Any of them.
     *
     * @param parts at least two
     */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Issues without it.
     *
     * @param part what must not hold
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
     * The left operand at places where the right one is not that close ({@code a NOT w/5 b}).
     *
     * @param left what is looked for
     * @param right what must not be near it
     * @param within how close is too close
     */
    record NotNear(Query left, Query right, Within within) implements Positional {}

    /**
     * A part looked for in one text only.
     *
     * @param field the text
     * @param part what to look for there; text nodes only
     */
    record In(TextField field, Query part) implements Query {}

    /**
     * Issues that have a facet value, or one below it in the tree.
     *
     * @param value the value
     */
    record Has(FacetValue value) implements Condition {}

    /**
     * Letters decided in a range of days.
     *
     * @param range the days
     */
    record Decided(DateRange range) implements Condition {}

    /**
     * The determination with that case number.
     *
     * @param caseNumber in its canonical spelling, {@code CM16-0213037}
     */
    record CaseIs(String caseNumber) implements Condition {}

    /**
     * How close two operands of a proximity must stand.
     */
    sealed interface Within {
        /**
         * At most a number of words apart: {@code w/1} is adjacent.
         *
         * @param distance 1 or more
         * @param ordered the left one first
         */
        record Words(int distance, boolean ordered) implements Within {}

        /** In one sentence. */
        record Sentence() implements Within {}

        /** In one paragraph. */
        record Paragraph() implements Within {}
    }
}
