package org.precedent.web.search;

import io.javalin.http.Context;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.Failure;

/**
 * Parses searches from URLs other than those of results pages, such as saved ones.
 */
public final class RequestedSearch {
    /** Parameters for display options, which are not part of the search. */
    private static final Set<String> SHOWING = Set.of("view");

    private RequestedSearch() {}

    /**
     * The search in the query string of a request.
     *
     * @throws Failure with status 400 when a parameter is unknown or has an invalid value
     */
    public static SearchRequest parse(Context ctx) {
        return RequestParsing.parse(ctx, SHOWING);
    }

    /**
     * Parses the search in the query string of a request that also has parameters of its own.
     */
    public static SearchRequest parse(Context ctx, Set<String> others) {
        return RequestParsing.parse(
                ctx, Stream.concat(SHOWING.stream(), others.stream()).collect(Collectors.toSet()));
    }

    /**
     * Parses the search in a path of this server; the search starts at its first page.
     *
     * @throws Failure with status 400 if the path is not that of a search
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
