package org.precedent.web.search;

import java.util.Optional;
import java.util.function.Supplier;
import org.precedent.search.SearchEngine;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.http.Failure;
import org.precedent.web.limit.SearchGate;

/**
 * Runs searches for pages, subject to the concurrency limit.
 *
 * @param searching parses and runs searches
 * @param gate limits the number and duration of concurrent searches
 * @param largestExport maximum number of determinations per exported file
 */
public record SearchGateway(SearchService searching, SearchGate gate, int largestExport) {
    /**
     * The engine, for access to determinations and counts.
     */
    public SearchEngine engine() {
        return searching.engine();
    }

    /**
     * Interprets the query of a request. Takes a few searches, so it counts toward the concurrency limit.
     *
     * @throws Failure as {@link #run}
     */
    public Interpretation interpret(SearchRequest request) {
        return run(() -> searching.interpret(request));
    }

    /**
     * Interprets a query, rejecting one with a syntax error.
     *
     * @throws Failure with status 400 if the query has a syntax error
     */
    public Interpretation.Valid understand(SearchRequest request) {
        return switch (interpret(request)) {
            case Interpretation.Valid understandable -> understandable;
            case Interpretation.Invalid wrong -> throw RequestParsing.queryFailure(wrong);
        };
    }

    /**
     * Runs the search of a request.
     */
    SearchOutcome search(SearchRequest request) {
        return run(() -> searching.search(request));
    }

    /**
     * Runs a search within the concurrency limit.
     *
     * @throws Failure with status 503 if the server is busy, 429 or 503 if the search takes long while others wait, 422 if it times out, or
     *     400 if the query is too costly or its page starts after a determination that is not in the result
     */
    public <T> T run(Supplier<T> question) {
        try {
            return gate.run(question);
        } catch (SearchEngine.NotInResult e) {
            throw Failure.parameter("after", RequestParsing.sentence(String.valueOf(e.getMessage())));
        } catch (SearchEngine.TooCostly e) {
            throw new Failure(new Failure.Answer(
                    e instanceof SearchEngine.TimedOut ? 422 : 400,
                    e instanceof SearchEngine.TimedOut ? "The search took too long" : "The query is too broad",
                    RequestParsing.sentence(e.getMessage() == null ? "the query exceeds a limit" : e.getMessage()),
                    Optional.empty(),
                    Optional.of("q"),
                    Optional.empty()));
        }
    }
}
