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
 * @param searching reads queries and asks the engine
 * @param gate bounds how many searches run at once, and for how long
 * @param largestExport maximum determinations in one exported file
 */
public record SearchGateway(SearchService searching, SearchGate gate, int largestExport) {
    /**
     * The engine, for letters and figures.
     */
    public SearchEngine engine() {
        return searching.engine();
    }

    /**
     * What a request means, which takes a few searches.
     *
     * @throws Failure as {@link #run}
     */
    public Interpretation interpret(SearchRequest request) {
        return run(() -> searching.interpret(request));
    }

    /**
     * What a request means, where a wrong query has already been reported.
     *
     * @throws Failure with status 400 when the query is wrong
     */
    public Interpretation.Understandable understand(SearchRequest request) {
        return switch (interpret(request)) {
            case Interpretation.Understandable understandable -> understandable;
            case Interpretation.Wrong wrong -> throw RequestParsing.queryFailure(wrong);
        };
    }

    /**
     * Runs a request.
     */
    SearchOutcome search(SearchRequest request) {
        return run(() -> searching.search(request));
    }

    /**
     * Asks the engine when there is a place.
     *
     * @throws Failure with status 503 when there is none in time, with 429 or 503 when it takes long while others wait, with 400 when the
     *     query is too costly or its page starts after a determination that is not there
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
