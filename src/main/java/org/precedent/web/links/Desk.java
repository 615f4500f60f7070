package org.precedent.web.links;

import java.time.InstantSource;
import java.util.function.Function;
import org.precedent.saved.SavedSearches;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchRequest;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Gate;
import org.precedent.web.http.Pages;
import org.precedent.web.page.Coverage;

/**
 * What the groups of paths here work with.
 *
 * @param engine answers searches
 * @param saved the saved searches
 * @param understanding turns what was asked into what the engine is asked; throws {@link Failure} for a wrong query
 * @param coverage what the index holds
 * @param pages renders templates
 * @param gate every search goes through it
 * @param clock dates file names
 */
record Desk(
        SearchEngine engine,
        SavedSearches saved,
        Function<SearchRequest, Search> understanding,
        Coverage coverage,
        Pages pages,
        Gate gate,
        InstantSource clock) {}
