package org.precedent.search.query;

import java.util.Optional;

/**
 * A syntax error in a query, with a message for the user, its position and a remedy.
 *
 * @param position index of the first erroneous character, zero-based, at most the length of the text
 * @param length number of erroneous characters; 0 for a position between characters
 * @param message what is wrong, a clause in lower case without a period: {@code unclosed quote}
 * @param expectation what was expected or what to do, a sentence without a period
 * @param suggestion the corrected query; empty if it is unclear what was meant
 */
public record QueryError(int position, int length, String message, String expectation, Optional<String> suggestion) {
    /** The same error for another text, with the whole text as its position. Used when the error is in the canonical form of that text. */
    QueryError about(String text) {
        return new QueryError(0, text.length(), message, expectation, suggestion);
    }

    /**
     * Message, position and remedy in one line: {@code unclosed quote at character 14: close it with "}.
     */
    public String sentence() {
        return message + " at character " + (position + 1) + ": " + expectation;
    }

    /**
     * Spaces and carets to print under the query in a monospaced font.
     */
    public String caret() {
        return " ".repeat(position) + "^".repeat(Math.max(1, length));
    }

    /** The error for a query that is too long. */
    static QueryError tooLong(String text) {
        return new QueryError(
                QueryLimits.LENGTH,
                text.length() - QueryLimits.LENGTH,
                "query of " + text.length() + " characters",
                "a query has at most " + QueryLimits.LENGTH + " characters",
                Optional.of(text.substring(0, QueryLimits.LENGTH).strip()));
    }
}
