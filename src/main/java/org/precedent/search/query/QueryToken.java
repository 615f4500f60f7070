package org.precedent.search.query;

import org.precedent.determination.Span;

/**
 * A token of the query language.
 */
sealed interface QueryToken {
    /**
     * Its position in the query.
     */
    Span at();

    /**
     * Characters between spaces, parentheses and quotes, including punctuation.
     *
     * @param raw as typed
     */
    record Bare(String raw, Span at) implements QueryToken {}

    /**
     * Words in quotes.
     *
     * @param text the words without the quotes
     */
    record Quoted(String text, Span at) implements QueryToken {}

    /** An opening parenthesis. */
    record Open(Span at) implements QueryToken {}

    /** A closing parenthesis. */
    record Close(Span at) implements QueryToken {}

    /**
     * An operator in capitals, or a minus sign.
     *
     * @param operator the operator
     */
    record Sign(Operator operator, Span at) implements QueryToken {}

    /**
     * A proximity connector.
     *
     * @param within how close
     */
    record Link(Query.Within within, Span at) implements QueryToken {}

    /**
     * A field name followed by a colon.
     *
     * @param field the field
     */
    record Name(QueryField field, Span at) implements QueryToken {}

    /**
     * The operators between and before operands.
     */
    enum Operator {
        AND,
        OR,
        NOT,
        MINUS
    }
}
