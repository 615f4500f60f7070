package org.precedent.web.search;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.Failure;
import org.precedent.web.view.PageAddress;

/**
 * Parses the search in a request's URL.
 */
public final class RequestParsing {
    private RequestParsing() {}

    /**
     * Parses the search in the query string of a request.
     *
     * @param others further parameters that the page accepts
     * @throws Failure with status 400 if a parameter is unknown or has an invalid value
     */
    public static SearchRequest parse(Context ctx, Set<String> others) {
        var query = ctx.queryString();
        return parse(query == null ? "" : query, others);
    }

    /**
     * Parses the search in a query string.
     */
    public static SearchRequest parse(String query, Set<String> others) {
        return switch (SearchUrl.parse(query, others)) {
            case SearchUrl.Reading.Parsed parsed -> parsed.request();
            case SearchUrl.Reading.BadParameter bad -> throw Failure.parameter(bad.name(), sentence(bad.message()));
        };
    }

    /**
     * Parses the search and the display options of a results page.
     */
    static PageAddress parseAddress(Context ctx) {
        var view = ctx.queryParam(PageAddress.VIEW);
        if (view != null && !view.isEmpty() && !view.equals(PageAddress.TABLE) && !view.equals("list")) {
            throw Failure.parameter(PageAddress.VIEW, "\"view\" must be list or table, not \"" + view + "\".");
        }
        return new PageAddress(parse(ctx, Set.of(PageAddress.VIEW)), PageAddress.TABLE.equals(view));
    }

    /**
     * The failure for a query with a syntax error.
     */
    public static Failure queryFailure(Interpretation.Invalid wrong) {
        var error = wrong.error();
        return new Failure(new Failure.Answer(
                400,
                "There’s a problem with your search",
                sentence(error.sentence()),
                Optional.of(error.position()),
                Optional.of("q"),
                Optional.empty()));
    }

    public static String sentence(String clause) {
        return clause.isEmpty()
                ? ""
                : Character.toUpperCase(clause.charAt(0))
                        + clause.substring(1)
                        + (clause.endsWith("?") || clause.endsWith(".") ? "" : ".");
    }

    /**
     * Rejects parameters that a page does not have.
     *
     * @throws Failure with status 400, naming the first unknown parameter
     */
    public static void rejectUnknown(Context ctx, Set<String> parameters) {
        ctx.queryParamMap().keySet().stream()
                .filter(p -> !parameters.contains(p))
                .findFirst()
                .ifPresent(p -> {
                    throw Failure.parameter(p, "There is no parameter \"" + p + "\" here.");
                });
    }
}
