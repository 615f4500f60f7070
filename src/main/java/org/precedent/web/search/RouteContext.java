package org.precedent.web.search;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.precedent.saved.DatabaseUnavailableException;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.SavedSearches;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dependencies shared by the route groups.
 *
 * @param gateway asks the engine
 * @param saved the saved searches
 * @param coverage what the index contains
 * @param pages renders templates
 * @param clock dates file names
 * @param mail whether the server sends mail
 */
public record RouteContext(
        SearchGateway gateway,
        SavedSearches saved,
        OverviewCache coverage,
        Pages pages,
        InstantSource clock,
        boolean mail) {
    private static final Logger LOG = LoggerFactory.getLogger(RouteContext.class);

    private static final Failure.Answer UNAVAILABLE = new Failure.Answer(
            503,
            "Saved searches are unavailable",
            "They cannot be read or written right now, but searching still works. Try again in a moment; nothing you"
                    + " saved earlier has been lost.",
            Optional.empty(),
            Optional.empty(),
            Optional.of(10));

    public SearchEngine engine() {
        return gateway.engine();
    }

    /**
     * What the engine is to be asked.
     *
     * @throws Failure with status 400 when the query cannot be read
     */
    public Search interpret(SearchRequest request) {
        return gateway.understand(request).search();
    }

    /**
     * Asks the engine, when there is a place.
     *
     * @throws Failure with status 503 when there is none, and 400 when the query exceeds a bound
     */
    public <T> T run(Supplier<T> search) {
        return gateway.run(search);
    }

    /**
     * Works with the saved searches.
     *
     * @throws Failure with status 400 when what a person gave cannot be kept, and 503 when the file cannot be used
     */
    public <T> T withSaved(Function<SavedSearches, T> work) {
        try {
            return work.apply(saved);
        } catch (InvalidInputException e) {
            throw invalidInput(e);
        } catch (DatabaseUnavailableException e) {
            // its message names the database and what to do, not what anyone saved
            LOG.error("saved searches unavailable: {}", e.getMessage());
            throw new Failure(UNAVAILABLE);
        }
    }

    /**
     * What a person gave cannot be kept.
     */
    public static Failure invalidInput(InvalidInputException e) {
        return Failure.parameter(e.field(), "Not saved: " + e.getMessage() + ".");
    }

    /**
     * Asks the engine outside the gate.
     *
     * @throws Failure with status 400 when the query exceeds a bound
     */
    public static <T> T withoutPermit(Supplier<T> search) {
        try {
            return search.get();
        } catch (SearchEngine.TooCostly e) {
            throw new Failure(new Failure.Answer(
                    e instanceof SearchEngine.TimedOut ? 422 : 400,
                    e instanceof SearchEngine.TimedOut ? "The search took too long" : "The query is too broad",
                    "The query exceeds a limit: " + e.getMessage(),
                    Optional.empty(),
                    Optional.of("q"),
                    Optional.empty()));
        }
    }
}
