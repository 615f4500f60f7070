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
 * @param gateway runs searches
 * @param saved the saved searches
 * @param coverage totals of the index
 * @param pages renders templates
 * @param clock current date, for file names
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
     * Interprets the query of a request.
     *
     * @throws Failure with status 400 if the query has a syntax error
     */
    public Search interpret(SearchRequest request) {
        return gateway.understand(request).search();
    }

    /**
     * Runs a search within the concurrency limit.
     *
     * @throws Failure with status 503 if the server is busy, or 400 if the query exceeds a limit
     */
    public <T> T run(Supplier<T> search) {
        return gateway.run(search);
    }

    /**
     * Runs code on the saved searches.
     *
     * @throws Failure with status 400 if the input cannot be saved, or 503 if the database is unavailable
     */
    public <T> T withSaved(Function<SavedSearches, T> work) {
        try {
            return work.apply(saved);
        } catch (InvalidInputException e) {
            throw invalidInput(e);
        } catch (DatabaseUnavailableException e) {
            // the message names the database and a remedy, never saved content
            LOG.error("saved searches unavailable: {}", e.getMessage());
            throw new Failure(UNAVAILABLE);
        }
    }

    /**
     * The failure for input that cannot be saved.
     */
    public static Failure invalidInput(InvalidInputException e) {
        return Failure.parameter(e.field(), "Not saved: " + e.getMessage() + ".");
    }

    /**
     * Runs a search without counting it toward the concurrency limit.
     *
     * @throws Failure with status 400 if the query exceeds a limit
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
