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
     * Characters between blanks, brackets and quotes, punctuation included.
     *
     * @param raw as typed
     */
    record Bare(String raw, Span at) implements QueryToken {}

    /**
     * Words between quotes.
     *
     * @param text without the quotes
     */
    record Quoted(String text, Span at) implements QueryToken {}

    /** An opening bracket. */
    record Open(Span at) implements QueryToken {}

    /** A closing bracket. */
    record Close(Span at) implements QueryToken {}

    /**
     * An operator in capitals, or a minus sign.
     *
     * @param operator which
     */
    record Sign(Operator operator, Span at) implements QueryToken {}

    /**
     * A proximity connector.
     *
     * @param within how close
     */
    record Link(Query.Within within, Span at) implements QueryToken {}

    /**
     * A field's name with its colon.
     *
     * @param field which field
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
