package org.precedent.web.page;

import java.util.function.Function;
import org.precedent.search.Interpretation;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchRequest;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Gate;

/**
 * Where pages ask: the reader of queries and the engine, with the gate between.
 *
 * @param engine answers
 * @param interpreter says what a request means
 * @param gate bounds how many searches run at once
 */
public record Desk(SearchEngine engine, Function<SearchRequest, Interpretation> interpreter, Gate gate) {
    /**
     * What a request means.
     */
    public Interpretation read(SearchRequest request) {
        return interpreter.apply(request);
    }

    /**
     * What a request means, where a wrong query has been told of already.
     *
     * @throws Failure with status 400 when the query is wrong
     */
    public Interpretation.Understandable understand(SearchRequest request) {
        return switch (read(request)) {
            case Interpretation.Understandable understandable -> understandable;
            case Interpretation.Wrong wrong -> throw Asking.wrong(wrong);
        };
    }
}
