package org.precedent.search.query;

import java.util.Optional;

/**
 * A syntax error in a query, with a message for people, its position and a remedy.
 *
 * @param position first character it is about, zero-based, at most the length of the text
 * @param length how many characters it is about; 0 for a place between characters
 * @param message what is wrong, a clause in lower case without a full stop: {@code unclosed quote}
 * @param expectation what would be right, a sentence without a full stop
 * @param suggestion the corrected query; empty where it is unclear what was meant
 */
public record QueryError(int position, int length, String message, String expectation, Optional<String> suggestion) {
    /** The same error about the whole of another text, of which the erroneous one is the canonical form. */
    QueryError about(String text) {
        return new QueryError(0, text.length(), message, expectation, suggestion);
    }

    /**
     * Everything in one line: {@code unclosed quote at character 14: close it with "}.
     */
    public String sentence() {
        return message + " at character " + (position + 1) + ": " + expectation;
    }

    /**
     * Spaces and carets to print under the query in a font of equal widths.
     */
    public String caret() {
        return " ".repeat(position) + "^".repeat(Math.max(1, length));
    }

    /** More than a query may hold. */
    static QueryError tooLong(String text) {
        return new QueryError(
                QueryLimits.LENGTH,
                text.length() - QueryLimits.LENGTH,
                "query of " + text.length() + " characters",
                "a query has at most " + QueryLimits.LENGTH + " characters",
                Optional.of(text.substring(0, QueryLimits.LENGTH).strip()));
    }
}
