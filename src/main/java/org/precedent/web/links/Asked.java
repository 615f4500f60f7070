package org.precedent.web.links;

import io.javalin.http.Context;
import java.util.Set;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;
import org.precedent.web.http.Failure;
import org.precedent.web.page.Asking;

/**
 * Reads searches from addresses.
 */
final class Asked {
    /** How a page shows a result is no part of the search. */
    private static final Set<String> SHOWING = Set.of("view");

    private Asked() {}

    /**
     * The search in the query string of a request.
     *
     * @throws Failure with status 400 when a parameter is unknown or has an impossible value
     */
    static SearchRequest of(Context ctx) {
        return Asking.request(ctx, SHOWING);
    }

    /**
     * The search that a path of this server leads to, from its first page.
     *
     * @throws Failure with status 400 when it leads to none
     */
    static SearchRequest at(String path) {
        int mark = path.indexOf('?');
        var place = mark < 0 ? path : path.substring(0, mark);
        if (SearchUrl.readPath(place).isEmpty()) {
            throw Failure.parameter(
                    "url",
                    "Only a search of this server can be saved: expected a path like " + SearchUrl.PATH + "?q=neck.");
        }
        var query = mark < 0 ? "" : path.substring(mark + 1).replaceFirst("#.*", "");
        return Asking.request(query, SHOWING).withPage(1);
    }
}
