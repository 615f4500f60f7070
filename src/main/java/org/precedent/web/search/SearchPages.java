package org.precedent.web.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.search.facet.Facet;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.query.CaseNumbers;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.result.SearchJson;
import org.precedent.web.tray.Tray;
import org.precedent.web.view.Chip;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;

/**
 * {@code /search} and {@code /search.json}: the results page as HTML and JSON.
 */
public final class SearchPages implements Routes {
    private static final Head ERROR_HEAD = new Head("", Optional.empty(), false, List.of(), "", false, "");

    private static final String TEMPLATE = "pages/search";

    private final SearchGateway gateway;
    private final Pages pages;
    private final OverviewCache coverage;

    public SearchPages(SearchGateway gateway, Pages pages, OverviewCache coverage) {
        this.gateway = gateway;
        this.pages = pages;
        this.coverage = coverage;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/search", this::html);
        routes.get("/search.json", this::json);
    }

    private void html(Context ctx) {
        if (isRedirected(ctx)) {
            return;
        }
        var address = RequestParsing.parseAddress(ctx);
        if (redirected(ctx, address) || respelled(ctx, address) || unchanged(ctx, address, "html")) {
            return;
        }
        switch (gateway.search(address.request())) {
            case SearchOutcome.Invalid wrong -> renderError(ctx, address, wrong.interpretation());
            case SearchOutcome.Found found -> {
                var view = new ResultsViewBuilder(address, found, Tray.of(ctx))
                        .build(coverage.overview().decided());
                pages.render(ctx, TEMPLATE, head(address, found, view), view);
            }
        }
    }

    /**
     * Renders a results page without sending it, so that templates and classes are loaded before the first request.
     */
    public void renderUnsent(SearchOutcome.Found found) {
        var address = new PageAddress(found.canonical(), false);
        var view = new ResultsViewBuilder(address, found, Tray.EMPTY)
                .build(coverage.overview().decided());
        pages.renderUnsent(TEMPLATE, head(address, found, view), view);
    }

    // a date range given in the wrong order is corrected by a redirect
    private static boolean isRedirected(Context ctx) {
        var query = ctx.queryString() == null ? "" : ctx.queryString();
        var corrected = UrlCorrections.withDaysInOrder(query);
        corrected.ifPresent(q -> ctx.redirect(ctx.path() + "?" + q));
        return corrected.isPresent();
    }

    private void json(Context ctx) {
        var address = RequestParsing.parseAddress(ctx);
        if (!unchanged(ctx, address, "json")) {
            switch (gateway.search(address.request())) {
                case SearchOutcome.Invalid wrong -> throw RequestParsing.queryFailure(wrong.interpretation());
                case SearchOutcome.Found found -> Pages.json(ctx, new SearchJson(found));
            }
        }
    }

    private boolean unchanged(Context ctx, PageAddress address, String form) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), address.url(), form, pages.version());
    }

    // a query that consists only of a case number, in any spelling, redirects to that determination
    private boolean redirected(Context ctx, PageAddress address) {
        var request = address.request();
        if (request.literal()) {
            return false;
        }
        var found = CaseNumbers.parseSingle(request.text()).stream()
                .map(number -> gateway.engine().findLetter(number, new Query.Everything()))
                .flatMap(Optional::stream)
                .map(letter -> letter.determination().id())
                .limit(2)
                .toList();
        boolean one = found.size() == 1;
        if (one) {
            ctx.redirect(PageAddress.determinationPath(found.getFirst())
                    + CaseNumbers.parseIssueNumber(request.text())
                            .map(n -> "#issue-" + n)
                            .orElse(""));
        }
        return one;
    }

    // redirects to canonical facet values, so that each search has one URL
    private static boolean respelled(Context ctx, PageAddress address) {
        var selection = address.request().selection();
        boolean respelled = Stream.of(Facet.values())
                .anyMatch(f -> !areAccepted(ctx.queryParams(f.parameter()), selection.chosenIn(f))
                        || !areAccepted(ctx.queryParams("not." + f.parameter()), selection.excludedIn(f)));
        if (respelled) {
            ctx.redirect(address.url());
        }
        return respelled;
    }

    private static boolean areAccepted(List<String> given, Set<String> values) {
        return given.stream().map(String::strip).filter(v -> !v.isEmpty()).allMatch(values::contains);
    }

    private void renderError(Context ctx, PageAddress address, Interpretation.Invalid wrong) {
        Failures.prepare(ctx, RequestParsing.queryFailure(wrong).answer());
        pages.render(ctx, "pages/wrong", ERROR_HEAD, QueryErrorView.of(address, wrong));
    }

    // the description for link previews
    private static String description(ResultsView view) {
        var found = view.found();
        return found.sentence() + " " + found.letters() + ", " + found.issues() + "."
                + view.outcomes().map(o -> " " + o.rate() + ".").orElse("");
    }

    private static Head head(PageAddress typed, SearchOutcome.Found found, ResultsView view) {
        var address = new PageAddress(found.canonical(), typed.table());
        var first = address.request().firstPage();
        return new Head(
                description(view),
                Optional.of(address.url()),
                false,
                List.of(
                        new Head.Alternate("application/json", SearchUrl.path(".json", address.request()), "JSON"),
                        new Head.Alternate("application/atom+xml", SearchUrl.path(".atom", first), "Feed"),
                        new Head.Alternate("text/csv", SearchUrl.path(".csv", first), "CSV")),
                typed.request().text(),
                false,
                "search");
    }

    /**
     * View of {@code pages/wrong}: a query with a syntax error.
     *
     * @param query as typed
     * @param sentence explanation and position of the error
     * @param caret spaces and carets to print below the query
     * @param suggestion link to the corrected query
     * @param literally URL of the search with all of the text taken as plain words
     * @param hiddenFields the other parameters of the search, submitted as hidden fields
     * @param filters filters selected in addition to the text, which remain
     */
    private record QueryErrorView(
            String query,
            String sentence,
            String caret,
            Optional<PageLink> suggestion,
            String literally,
            List<HiddenField> hiddenFields,
            List<Chip> filters) {
        static QueryErrorView of(PageAddress address, Interpretation.Invalid wrong) {
            var error = wrong.error();
            return new QueryErrorView(
                    address.request().text(),
                    RequestParsing.sentence(error.sentence()),
                    error.caret(),
                    error.suggestion()
                            .map(s -> new PageLink(
                                    s, address.urlOf(address.request().withText(s)))),
                    address.urlOf(wrong.literally()),
                    HiddenField.list(address.request().withText("")),
                    Chip.filters(address));
        }
    }
}
