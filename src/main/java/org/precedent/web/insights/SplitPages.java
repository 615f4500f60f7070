package org.precedent.web.insights;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.determination.Outcome;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.Chip;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * {@code /insights/split} and its JSON: split determinations of a search, whose issues were not all decided the same way.
 */
public final class SplitPages implements Routes {
    private static final String PATH = "/insights/split";

    private final SearchGateway gateway;
    private final Pages pages;

    public SplitPages(SearchGateway gateway, Pages pages) {
        this.gateway = gateway;
        this.pages = pages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(PATH, this::html);
        routes.get(PATH + ".json", this::json);
    }

    private void html(Context ctx) {
        var address = InsightsParsing.parse(ctx);
        var dimension = dimension(address);
        if (!unchanged(ctx, address, "html")) {
            var found = SplitDeterminations.find(gateway, address.search(), facet(dimension));
            var head = new Head(
                    "Determinations whose issues were decided differently.",
                    Optional.of(path("", found.request(), address.by())),
                    address.search().equals(SearchRequest.EVERYTHING)
                            && address.by().isEmpty(),
                    List.of(),
                    "",
                    true,
                    "insights");
            pages.render(ctx, "pages/split", head, view(found, dimension, address.by()));
        }
    }

    private void json(Context ctx) {
        var address = InsightsParsing.parse(ctx);
        var dimension = dimension(address);
        if (!unchanged(ctx, address, "json")) {
            Pages.json(ctx, toMap(SplitDeterminations.find(gateway, address.search(), facet(dimension)), dimension));
        }
    }

    private boolean unchanged(Context ctx, InsightsAddress address, String form) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), PATH, address.path(), form, pages.version());
    }

    private static Dimension dimension(InsightsAddress address) {
        if (address.by().size() > 1 || !address.by().stream().allMatch(SplitPages::isOffered)) {
            throw Failure.parameter(
                    InsightsAddress.BY,
                    "\"by\" is given once here, as one of "
                            + String.join(
                                    ", ",
                                    Stream.of(Dimension.values())
                                            .filter(SplitPages::isOffered)
                                            .map(Dimension::parameter)
                                            .toList())
                            + ".");
        }
        return address.by().isEmpty() ? Dimension.TREATMENT : address.by().getFirst();
    }

    /** Excludes specialty, because a split determination is so small a group that it could identify the reviewer. */
    private static boolean isOffered(Dimension dimension) {
        return dimension.facet().isPresent() && dimension != Dimension.SPECIALTY;
    }

    private static Facet facet(Dimension dimension) {
        return dimension.facet().orElseThrow();
    }

    /** Path and query of a search's split determinations. */
    static String path(String ending, SearchRequest request, List<Dimension> by) {
        return PATH
                + new InsightsAddress(request, by, Optional.empty())
                        .path(ending)
                        .substring(InsightsAddress.PATH.length());
    }

    private static Map<String, Object> toMap(SplitDeterminations found, Dimension dimension) {
        var json = new LinkedHashMap<String, Object>();
        var outcomes = new LinkedHashMap<String, Object>();
        outcomes.put("allUpheld", found.determinations(Outcome.ALL_UPHELD));
        outcomes.put("allOverturned", found.determinations(Outcome.ALL_OVERTURNED));
        outcomes.put("split", found.determinations(Outcome.MIXED));
        json.put("determinations", outcomes);
        json.put("url", SearchUrl.path(SplitDeterminations.onlySplit(found.request())));
        json.put("by", dimension.parameter());
        json.put(
                "values",
                found.values().stream().map(v -> value(found, dimension, v)).toList());
        return json;
    }

    private static Map<String, Object> value(SplitDeterminations found, Dimension dimension, FacetCount value) {
        var json = new LinkedHashMap<String, Object>();
        json.put("value", value.value());
        json.put("issues", value.total().issues());
        json.put("determinations", value.total().determinations());
        json.put("upheld", found.upheld(value));
        json.put("url", SearchUrl.path(of(found, dimension, value)));
        return json;
    }

    private static SearchRequest of(SplitDeterminations found, Dimension dimension, FacetCount value) {
        var split = SplitDeterminations.onlySplit(found.request());
        var selection = split.selection();
        for (var chosen : selection.chosenIn(facet(dimension))) {
            selection = selection.without(new FacetValue(facet(dimension), chosen));
        }
        return SplitDeterminations.withValue(split.with(selection), facet(dimension), value.value());
    }

    private SplitView view(SplitDeterminations found, Dimension dimension, List<Dimension> by) {
        var request = found.request();
        return new SplitView(
                new InsightsView.Form(
                        request.text(),
                        HiddenField.list(request.withText("")),
                        Stream.of(Dimension.values())
                                .filter(SplitPages::isOffered)
                                .map(d -> new InsightsView.Option(d.parameter(), d.label(), d == dimension))
                                .toList(),
                        List.of()),
                Chip.filters(new PageAddress(request, false)).stream()
                        .map(c -> c.withHref(path("", c.without(), by)))
                        .toList(),
                Stream.of(Outcome.values()).map(o -> outcome(found, o)).toList(),
                sentence(found),
                "By " + SectionBuilder.nameInSentence(dimension),
                rows(found, dimension),
                found.latest().letters().stream().map(SplitPages::letter).toList());
    }

    private static PageLink outcome(SplitDeterminations found, Outcome outcome) {
        return new PageLink(
                outcome.label() + ": " + PageText.number(found.determinations(outcome)),
                SearchUrl.path(SplitDeterminations.withValue(found.request(), Facet.OUTCOME, outcome.label())));
    }

    private static String sentence(SplitDeterminations found) {
        long all = Stream.of(Outcome.values()).mapToLong(found::determinations).sum();
        long split = found.determinations(Outcome.MIXED);
        return PageText.number(split) + " of " + PageText.count(all, "determination")
                + (split == 1 ? " is split" : " are split")
                + (all < OverturnRate.MIN_ISSUES ? "." : ": " + Figures.percent(100.0 * split / all) + ".");
    }

    private List<SplitView.Row> rows(SplitDeterminations found, Dimension dimension) {
        var facet = facet(dimension);
        var paths = gateway.searching().paths();
        int deepest = dimension == Dimension.TREATMENT ? 2 : Integer.MAX_VALUE;
        return found.values().stream()
                .filter(v -> paths.path(facet, v.value()).size() <= deepest)
                .map(v -> {
                    var issues = of(found, dimension, v);
                    long upheld = found.upheld(v);
                    var overturned = SplitDeterminations.withDecision(
                            SplitDeterminations.withDecision(issues, Decision.OVERTURNED), Decision.PARTLY_OVERTURNED);
                    return new SplitView.Row(
                            PageText.facetValue(facet, v.value()),
                            v.path().size() - 1,
                            link(upheld, SplitDeterminations.withDecision(issues, Decision.UPHELD)),
                            link(v.total().issues() - upheld, overturned));
                })
                .toList();
    }

    private static PageLink link(long issues, SearchRequest request) {
        return new PageLink(PageText.number(issues), issues == 0 ? "" : SearchUrl.path(plain(request)));
    }

    private static SearchRequest plain(SearchRequest request) {
        return new InsightsAddress(request, List.of(), Optional.empty()).search();
    }

    private static SplitView.Letter letter(LetterHit hit) {
        return new SplitView.Letter(
                new PageLink(hit.facts().name(), PageAddress.determinationPath(hit.id())),
                hit.facts().decided().map(DateView::of),
                hit.issues().stream().map(issue -> issue(hit, issue)).toList());
    }

    private static SplitView.Issue issue(LetterHit hit, IssueHit issue) {
        return new SplitView.Issue(
                issue.request().text(),
                DecisionView.of(issue.decision()),
                PageAddress.issuePath(hit.id(), issue.number()));
    }
}
