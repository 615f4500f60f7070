package org.precedent.web.links;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.saved.SavedSearches;
import org.precedent.search.Interpretation;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchRequest;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Gate;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.page.Coverage;

/**
 * All groups of paths of this package.
 *
 * @param engine answers searches; stays the caller's to close
 * @param saved keeps saved searches; stays the caller's to close
 * @param interpreter says what a request means
 * @param clock dates what is saved and the names of files
 */
public record Links(
        SearchEngine engine,
        SavedSearches saved,
        Function<SearchRequest, Interpretation> interpreter,
        InstantSource clock) {
    /**
     * The groups, rendered by these pages.
     */
    public List<Routes> routes(Pages pages, Gate gate) {
        var desk = new Desk(engine, saved, this::understood, new Coverage(engine), pages, gate, clock);
        return List.of(
                new Exports(desk), new Feeds(desk), new SavedPages(desk), new SavedList(desk), new References(desk));
    }

    private Search understood(SearchRequest request) {
        return switch (interpreter.apply(request)) {
            case Interpretation.Understandable meaning -> meaning.search();
            case Interpretation.Wrong wrong ->
                throw new Failure(new Failure.Answer(
                        400,
                        "The query cannot be read",
                        Asked.sentence(wrong.error().sentence()),
                        Optional.of(wrong.error().position()),
                        Optional.of("q"),
                        Optional.empty()));
        };
    }
}
