package org.precedent.web.http;

import java.util.Optional;

/**
 * Exception that becomes an error response. The error page and the JSON {@code {status, error, detail, position?, parameter?}} say the
 * same.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /**
     * A failure with this response.
     */
    public Failure(Answer answer) {
        super(answer.error() + ": " + answer.detail(), null, false, false);
        this.answer = answer;
    }

    /**
     * A failure without position or parameter.
     */
    public Failure(int status, String error, String detail) {
        this(new Answer(status, error, detail, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * 404: nothing exists at this path, or under the id in it.
     */
    public static Failure notFound(String detail) {
        return new Failure(404, "Not found", detail);
    }

    /**
     * 400: a parameter is unknown or its value is invalid.
     */
    public static Failure parameter(String name, String detail) {
        return new Failure(new Answer(
                400, "We couldn’t run that search", detail, Optional.empty(), Optional.of(name), Optional.empty()));
    }

    /**
     * The message shown.
     */
    public Answer answer() {
        return answer;
    }

    /**
     * The content of an error response.
     *
     * @param status the HTTP status
     * @param error a few words
     * @param detail a sentence or two: what was expected, what to do
     * @param position zero-based character of the query text; empty where no query is wrong
     * @param parameter the parameter at fault; empty where none is
     * @param retryAfter seconds after which to come back; empty where that would not help
     */
    public record Answer(
            int status,
            String error,
            String detail,
            Optional<Integer> position,
            Optional<String> parameter,
            Optional<Integer> retryAfter) {}
}
