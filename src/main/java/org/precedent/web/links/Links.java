package org.precedent.web.links;

import java.time.InstantSource;
import java.util.List;
import org.precedent.saved.SavedSearches;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.page.Coverage;
import org.precedent.web.page.Desk;

/**
 * All groups of paths of this package.
 *
 * @param saved keeps saved searches; stays the caller's to close
 * @param clock dates what is saved and the names of files
 */
public record Links(SavedSearches saved, InstantSource clock) {
    /**
     * The groups, asking and rendered by these.
     */
    public List<Routes> routes(Desk desk, Pages pages) {
        var parts = new LinkParts(desk, saved, new Coverage(desk.engine()), pages, clock);
        return List.of(
                new Exports(parts),
                new Feeds(parts),
                new SavedPages(parts),
                new SavedList(parts),
                new References(parts),
                new CitePages(parts),
                new ApiPages(parts));
    }
}
