package org.precedent.web;

import java.time.InstantSource;
import java.util.List;
import org.precedent.saved.SavedSearches;
import org.precedent.web.alert.AlertPages;
import org.precedent.web.api.ApiPages;
import org.precedent.web.api.CitePages;
import org.precedent.web.correction.CorrectionPages;
import org.precedent.web.export.Exports;
import org.precedent.web.export.Feeds;
import org.precedent.web.export.ReferencePages;
import org.precedent.web.folder.FolderPages;
import org.precedent.web.folder.TrayPages;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.saved.SavedListPages;
import org.precedent.web.saved.SavedPages;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.RouteContext;
import org.precedent.web.search.SearchGateway;

/**
 * Creates the route groups of saved searches, folders, alerts, corrections, exports and the API.
 *
 * @param saved store of saved searches; closed by the caller
 * @param clock current time, for saved items and file names
 * @param mail whether the server sends alerts by mail
 * @param corrected called after a correction is made or withdrawn, to update the index
 */
public record SiteRoutes(SavedSearches saved, InstantSource clock, boolean mail, Runnable corrected) {
    /**
     * Routes of a server that sends no mail and applies corrections at the next ingest.
     */
    public SiteRoutes(SavedSearches saved, InstantSource clock) {
        this(saved, clock, false);
    }

    /**
     * Routes of a server that applies corrections at the next ingest.
     */
    public SiteRoutes(SavedSearches saved, InstantSource clock, boolean mail) {
        this(saved, clock, mail, () -> {});
    }

    /**
     * Creates the route groups.
     */
    public List<Routes> routes(SearchGateway gateway, Pages pages) {
        var parts = new RouteContext(gateway, saved, new OverviewCache(gateway.engine()), pages, clock, mail);
        return List.of(
                new Exports(parts),
                new Feeds(parts),
                new TrayPages(parts),
                new FolderPages(parts),
                new AlertPages(parts),
                new CorrectionPages(parts, corrected),
                new SavedPages(parts),
                new SavedListPages(parts),
                new ReferencePages(parts),
                new CitePages(parts),
                new ApiPages(parts));
    }
}
