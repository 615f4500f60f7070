package org.precedent.web.page;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.precedent.search.Interpretation;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;
import org.precedent.web.http.Failure;

/**
 * Reads what a request's address asks.
 */
public final class Asking {
    private Asking() {}

    /**
     * The search in the address's query string.
     *
     * @param others parameters of the page itself
     * @throws Failure with status 400 when a parameter is unknown or has a value it cannot have
     */
    public static SearchRequest request(Context ctx, Set<String> others) {
        var query = ctx.queryString();
        return request(query == null ? "" : query, others);
    }

    /**
     * The search in a query string.
     */
    public static SearchRequest request(String query, Set<String> others) {
        return switch (SearchUrl.read(query, others)) {
            case SearchUrl.Reading.Asked asked -> asked.request();
            case SearchUrl.Reading.BadParameter bad -> throw Failure.parameter(bad.name(), sentence(bad.message()));
        };
    }

    /**
     * The search of a result page with the way it is shown.
     */
    static Address address(Context ctx) {
        var view = ctx.queryParam(Address.VIEW);
        if (view != null && !view.isEmpty() && !view.equals(Address.TABLE) && !view.equals("list")) {
            throw Failure.parameter(Address.VIEW, "\"view\" is list or table, not \"" + view + "\".");
        }
        return new Address(request(ctx, Set.of(Address.VIEW)), Address.TABLE.equals(view));
    }

    /**
     * The failure of a query that cannot be read.
     */
    public static Failure wrong(Interpretation.Wrong wrong) {
        var error = wrong.error();
        return new Failure(new Failure.Answer(
                400,
                "The query cannot be read",
                sentence(error.sentence()),
                Optional.of(error.position()),
                Optional.of("q"),
                Optional.empty()));
    }

    static String sentence(String clause) {
        return clause.isEmpty()
                ? ""
                : Character.toUpperCase(clause.charAt(0))
                        + clause.substring(1)
                        + (clause.endsWith("?") || clause.endsWith(".") ? "" : ".");
    }
}
