package org.precedent.web.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * {@code /facets/{facet}}: all values of a facet for a search, with filtering and sorting.
 */
public final class FacetValuesPage implements Routes {
    private static final String PATH = "/facets/";
    private static final String FIND = "find";
    private static final String ORDER = "order";
    private static final String BY_NAME = "az";

    private final SearchGateway gateway;
    private final Pages pages;

    /**
     * Pages of facet values.
     */
    public FacetValuesPage(SearchGateway gateway, Pages pages) {
        this.gateway = gateway;
        this.pages = pages;
    }

    /**
     * What {@code pages/facet} shows.
     *
     * @param label the facet's name
     * @param form the form that filters the values
     * @param order how the values are ordered
     * @param pinned chosen and excluded values
     * @param rows the other values
     * @param back the result page
     */
    public record View(
            String label,
            FilterForm form,
            Order order,
            List<FacetView.Row> pinned,
            List<FacetView.Row> rows,
            String back) {}

    /**
     * The form that filters the values.
     *
     * @param path of this page without parameters
     * @param carried the search, which the form sends along
     * @param find what is looked for among the values
     */
    public record FilterForm(String path, List<HiddenField> carried, String find) {}

    /**
     * How the values are ordered.
     *
     * @param byName by name; else by tree and count
     * @param other the page in the other order
     */
    public record Order(boolean byName, String other) {}

    /**
     * The address of a facet's page under a search.
     */
    public static String path(Facet facet, SearchRequest request) {
        var query = SearchUrl.query(request.firstPage());
        return PATH + facet.parameter() + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(PATH + "{facet}.json", this::json);
        routes.get(PATH + "{facet}", this::html);
    }

    private void html(Context ctx) {
        var asked = asked(ctx);
        if (!unchanged(ctx)) {
            pages.render(ctx, "pages/facet", Head.notIndexed("search"), view(asked));
        }
    }

    private void json(Context ctx) {
        var asked = asked(ctx);
        if (!unchanged(ctx)) {
            var json = new LinkedHashMap<String, Object>();
            json.put("facet", asked.facet().parameter());
            json.put("label", asked.facet().label());
            var urls = FacetUrls.of(asked.request(), asked.facet());
            json.put(
                    "values",
                    page(asked).facets().getOrDefault(asked.facet(), List.of()).stream()
                            .filter(c -> asked.finds(PageText.facetValue(asked.facet(), c.value())))
                            .sorted(asked.order(c -> PageText.facetValue(asked.facet(), c.value())))
                            .map(c -> SearchJson.value(urls, c))
                            .toList());
            Pages.json(ctx, json);
        }
    }

    /** A facet, the search it is under, and which of its values in which order. */
    private record Asked(Facet facet, SearchRequest request, String find, boolean byName) {
        boolean finds(String label) {
            return label.toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT));
        }

        <T> Comparator<T> order(Function<T, String> label) {
            return byName ? Comparator.comparing(label) : Comparator.comparingInt(r -> 0);
        }
    }

    private static Asked asked(Context ctx) {
        var facet = Facet.findByParameter(ctx.pathParam("facet"))
                .orElseThrow(() -> Failure.notFound("There is no facet “" + ctx.pathParam("facet") + "”."));
        var find = ctx.queryParam(FIND) == null
                ? ""
                : String.valueOf(ctx.queryParam(FIND)).strip();
        return new Asked(
                facet,
                RequestParsing.parse(ctx, Set.of(FIND, ORDER, PageAddress.VIEW)),
                find,
                BY_NAME.equals(ctx.queryParam(ORDER)));
    }

    private boolean unchanged(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), ctx.path(), String.valueOf(ctx.queryString()), pages.version());
    }

    private SearchPage page(Asked asked) {
        var request = asked.request();
        var meaning = gateway.understand(request.with(request.paging().withSize(1)));
        return gateway.run(() -> gateway.engine().search(meaning.search()));
    }

    private View view(Asked asked) {
        var facet = asked.facet();
        var address = new PageAddress(asked.request(), false);
        var rail = new FacetRail(address, page(asked).facets());
        var rows = asked.byName()
                ? rail.offered(facet).stream()
                        .filter(r -> asked.finds(r.label()))
                        .sorted(Comparator.comparing(FacetView.Row::label))
                        .toList()
                : rail.inTree(facet, asked::finds);
        return new View(
                facet.label(),
                new FilterForm(PATH + facet.parameter(), HiddenField.list(asked.request()), asked.find()),
                new Order(asked.byName(), other(facet, asked.request(), asked.find(), asked.byName())),
                rail.pinned(facet),
                rows,
                address.url());
    }

    private static String other(Facet facet, SearchRequest request, String find, boolean byName) {
        var path = path(facet, request);
        var search = find.isEmpty() ? "" : "&" + FIND + "=" + URLEncoder.encode(find, StandardCharsets.UTF_8);
        var parameters = search + (byName ? "" : "&" + ORDER + "=" + BY_NAME);
        return parameters.isEmpty() || path.contains("?") ? path + parameters : path + "?" + parameters.substring(1);
    }
}
