package org.precedent.web.links;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.precedent.saved.SavedSearches;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchRequest;
import org.precedent.web.http.Gate;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.page.Coverage;

/**
 * All groups of paths of this package.
 *
 * @param engine answers searches; stays the caller's to close
 * @param saved keeps saved searches; stays the caller's to close
 * @param understanding turns what was asked into what the engine is asked; throws a failure for a wrong query
 * @param clock dates what is saved and the names of files
 */
public record Links(
        SearchEngine engine, SavedSearches saved, Function<SearchRequest, Search> understanding, InstantSource clock) {
    /**
     * The groups, rendered by these pages.
     */
    public List<Routes> routes(Pages pages, Gate gate) {
        var desk = new Desk(engine, saved, understanding, new Coverage(engine), pages, gate, clock);
        return List.of(
                new Exports(desk), new Feeds(desk), new SavedPages(desk), new SavedList(desk), new References(desk));
    }
}
