package org.precedent.web.links;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;
import org.precedent.search.SearchUrl.Reading;
import org.precedent.web.http.Failure;

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
        return of(Optional.ofNullable(ctx.queryString()).orElse(""));
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
        return of(mark < 0 ? "" : path.substring(mark + 1).replaceFirst("#.*", ""))
                .withPage(1);
    }

    private static SearchRequest of(String query) {
        return switch (SearchUrl.read(query, SHOWING)) {
            case Reading.Asked asked -> asked.request();
            case Reading.BadParameter bad -> throw Failure.parameter(bad.name(), sentence(bad.message()));
        };
    }

    /** A clause as a sentence. */
    static String sentence(String message) {
        var end = message.endsWith("?") || message.endsWith(".") ? "" : ".";
        return message.isEmpty()
                ? ""
                : message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1) + end;
    }
}
