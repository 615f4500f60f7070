package org.precedent.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.precedent.search.Facet;
import org.precedent.search.SearchRequest;
import org.precedent.search.SearchUrl;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Freshness;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;

/**
 * {@code /facets/{facet}}: every value of a facet under a search, to find one in and to order.
 */
public final class FacetValuesPage implements Routes {
    private static final String PATH = "/facets/";
    private static final String FIND = "find";
    private static final String ORDER = "order";
    private static final String BY_NAME = "az";

    private final Desk desk;
    private final Pages pages;

    /**
     * Pages of facet values.
     */
    public FacetValuesPage(Desk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /**
     * What {@code pages/facet} shows.
     *
     * @param label the facet's name
     * @param path of this page without parameters
     * @param carried the search, for the form to send along
     * @param find what is looked for among the values
     * @param byName ordered by name; else by tree and count
     * @param other the other order
     * @param pinned chosen and excluded values
     * @param rows the other values
     * @param back the result page
     */
    public record View(
            String label,
            String path,
            List<Field> carried,
            String find,
            boolean byName,
            String other,
            List<FacetView.Row> pinned,
            List<FacetView.Row> rows,
            String back) {}

    /**
     * The address of a facet's page under a search.
     */
    static String path(Facet facet, SearchRequest request) {
        var query = SearchUrl.query(request.withPage(1));
        return PATH + facet.parameter() + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get(PATH + "{facet}", this::html);
    }

    private void html(Context ctx) {
        var facet = Facet.named(ctx.pathParam("facet"))
                .orElseThrow(() -> Failure.notFound("There is no facet “" + ctx.pathParam("facet") + "”."));
        var request = Asking.request(ctx, Set.of(FIND, ORDER, Address.VIEW));
        var generation = desk.engine().generation();
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!Freshness.unchanged(ctx, generation, ctx.path(), String.valueOf(ctx.queryString()), pages.version())) {
            pages.html(ctx, "pages/facet", Head.closed("search"), view(ctx, facet, request));
        }
    }

    private View view(Context ctx, Facet facet, SearchRequest request) {
        var find = ctx.queryParam(FIND) == null
                ? ""
                : String.valueOf(ctx.queryParam(FIND)).strip();
        boolean byName = BY_NAME.equals(ctx.queryParam(ORDER));
        var address = new Address(request, false);
        var meaning = desk.understand(request.withSize(1));
        var page = desk.ask(() -> desk.engine().search(meaning.search()));
        var rail = new FacetRail(address, page.facets());
        var rows = rail.offered(facet).stream()
                .filter(r -> r.label().toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT)))
                .sorted(byName ? Comparator.comparing(FacetView.Row::label) : Comparator.comparingInt(r -> 0))
                .toList();
        return new View(
                facet.label(),
                PATH + facet.parameter(),
                Field.of(request),
                find,
                byName,
                other(facet, request, find, byName),
                rail.pinned(facet),
                rows,
                address.here());
    }

    private static String other(Facet facet, SearchRequest request, String find, boolean byName) {
        var path = path(facet, request);
        var search = find.isEmpty() ? "" : "&" + FIND + "=" + URLEncoder.encode(find, StandardCharsets.UTF_8);
        var parameters = search + (byName ? "" : "&" + ORDER + "=" + BY_NAME);
        return parameters.isEmpty() || path.contains("?") ? path + parameters : path + "?" + parameters.substring(1);
    }
}
