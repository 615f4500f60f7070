package org.precedent.web.search;

import io.javalin.http.Context;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.Failure;

/**
 * Parses searches from URLs of other pages, such as saved ones.
 */
public final class RequestedSearch {
    /** How a page shows a result is not part of the search. */
    private static final Set<String> SHOWING = Set.of("view");

    private RequestedSearch() {}

    /**
     * The search in the query string of a request.
     *
     * @throws Failure with status 400 when a parameter is unknown or has an impossible value
     */
    public static SearchRequest parse(Context ctx) {
        return RequestParsing.parse(ctx, SHOWING);
    }

    /**
     * The same for an address with parameters of its own in addition to those of the search.
     */
    public static SearchRequest parse(Context ctx, Set<String> others) {
        return RequestParsing.parse(
                ctx, Stream.concat(SHOWING.stream(), others.stream()).collect(Collectors.toSet()));
    }

    /**
     * The search that a path of this server leads to, from its first page.
     *
     * @throws Failure with status 400 when it leads to none
     */
    public static SearchRequest parsePath(String path) {
        int mark = path.indexOf('?');
        var place = mark < 0 ? path : path.substring(0, mark);
        if (SearchUrl.parsePath(place).isEmpty()) {
            throw Failure.parameter(
                    "url",
                    "Only a search on this server can be saved: expected a path like " + SearchUrl.PATH + "?q=neck.");
        }
        var query = mark < 0 ? "" : path.substring(mark + 1).replaceFirst("#.*", "");
        return RequestParsing.parse(query, SHOWING).firstPage();
    }
}
