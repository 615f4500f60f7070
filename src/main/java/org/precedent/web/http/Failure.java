package org.precedent.web.http;

import java.util.Optional;

/**
 * Exception that becomes an error response. The error page and the JSON {@code {status, error, detail, position?, parameter?}} have the
 * same content.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /**
     * Creates a failure with this response.
     */
    public Failure(Answer answer) {
        super(answer.error() + ": " + answer.detail(), null, false, false);
        this.answer = answer;
    }

    /**
     * Creates a failure without position or parameter.
     */
    public Failure(int status, String error, String detail) {
        this(new Answer(status, error, detail, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /**
     * 404: the path or the id in it does not exist.
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
     * Content of the error response.
     */
    public Answer answer() {
        return answer;
    }

    /**
     * The content of an error response.
     *
     * @param status the HTTP status
     * @param error short title
     * @param detail one or two sentences: what was expected and what to do
     * @param position zero-based character offset in the query text; empty unless the query has a syntax error
     * @param parameter the invalid parameter; empty if none is
     * @param retryAfter seconds to wait before retrying; empty if retrying would not help
     */
    public record Answer(
            int status,
            String error,
            String detail,
            Optional<Integer> position,
            Optional<String> parameter,
            Optional<Integer> retryAfter) {}
}
