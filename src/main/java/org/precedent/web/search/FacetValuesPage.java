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
import org.precedent.search.facet.FacetCount;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.result.FacetJson;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.InsightsAddress;
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

    public FacetValuesPage(SearchGateway gateway, Pages pages) {
        this.gateway = gateway;
        this.pages = pages;
    }

    /**
     * Model of the template {@code pages/facet}.
     *
     * @param label display name of the facet
     * @param form form for filtering the values
     * @param order sort order of the values
     * @param pinned selected and excluded values
     * @param rows the other values
     * @param back URL of the results page
     */
    public record View(
            String label,
            FilterForm form,
            Order order,
            List<FacetView.Row> pinned,
            List<FacetView.Row> rows,
            String back) {}

    /**
     * Form for filtering the values.
     *
     * @param path path of this page without parameters
     * @param hiddenFields the search, submitted as hidden fields
     * @param find text that the values must contain
     */
    public record FilterForm(String path, List<HiddenField> hiddenFields, String find) {}

    /**
     * Sort order of the values.
     *
     * @param byName true to sort by name; false to sort by tree and count
     * @param other URL of this page in the other order
     */
    public record Order(boolean byName, String other) {}

    /**
     * URL of the page of a facet's values within a search.
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
        var values = parse(ctx);
        if (!unchanged(ctx)) {
            pages.render(ctx, "pages/facet", Head.notIndexed("search"), view(values));
        }
    }

    private void json(Context ctx) {
        var values = parse(ctx);
        if (!unchanged(ctx)) {
            var json = new LinkedHashMap<String, Object>();
            json.put("facet", values.facet().parameter());
            json.put("label", values.facet().label());
            var counts = page(values).facets().getOrDefault(values.facet(), List.of()).stream()
                    .filter(c -> values.finds(PageText.facetValue(values.facet(), c.value())))
                    .sorted(values.order((FacetCount c) -> PageText.facetValue(values.facet(), c.value())))
                    .toList();
            json.put("values", new FacetJson(FacetUrls.of(values.request(), values.facet()), counts));
            Pages.json(ctx, json);
        }
    }

    /** Parsed request: a facet, the search it belongs to, and the filter and order of its values. */
    private record ValuesRequest(Facet facet, SearchRequest request, String find, boolean byName) {
        boolean finds(String label) {
            return label.toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT));
        }

        <T> Comparator<T> order(Function<T, String> label) {
            return byName
                    ? Comparator.comparing(label, String.CASE_INSENSITIVE_ORDER)
                    : Comparator.comparingInt(r -> 0);
        }
    }

    private static ValuesRequest parse(Context ctx) {
        var facet = Facet.findByParameter(ctx.pathParam("facet"))
                .orElseThrow(() -> Failure.notFound("There is no facet “" + ctx.pathParam("facet") + "”."));
        var find = ctx.queryParam(FIND) == null
                ? ""
                : String.valueOf(ctx.queryParam(FIND)).strip();
        var request = RequestParsing.parse(ctx, Set.of(FIND, ORDER, PageAddress.VIEW));
        requireCounted(facet, request);
        return new ValuesRequest(facet, request, find, BY_NAME.equals(ctx.queryParam(ORDER)));
    }

    /** Citations have tens of thousands of values; a search counts them only when it chooses one. */
    private static void requireCounted(Facet facet, SearchRequest request) {
        if (!Facet.counted(request.selection().chosen().keySet()).contains(facet)) {
            throw Failure.notFound("“" + facet.label() + "” has too many values for one list. " + InsightsAddress.PATH
                    + "?" + InsightsAddress.BY + "=" + facet.parameter() + " counts them.");
        }
    }

    private boolean unchanged(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), ctx.path(), String.valueOf(ctx.queryString()), pages.version());
    }

    private SearchPage page(ValuesRequest values) {
        var request = values.request();
        var meaning = gateway.understand(request.with(request.paging().withSize(1)));
        return gateway.run(() -> gateway.engine().search(meaning.search()));
    }

    private View view(ValuesRequest values) {
        var facet = values.facet();
        var address = new PageAddress(values.request(), false);
        var rail = new FacetRail(address, page(values).facets());
        var rows = values.byName()
                ? rail.offeredRows(facet).stream()
                        .filter(r -> values.finds(r.label()))
                        .sorted(Comparator.comparing(FacetView.Row::label))
                        .toList()
                : rail.inTree(facet, values::finds);
        return new View(
                facet.label(),
                new FilterForm(PATH + facet.parameter(), HiddenField.list(values.request()), values.find()),
                new Order(values.byName(), other(facet, values.request(), values.find(), values.byName())),
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
