package org.precedent.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precedent.search.query.QueryForms;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.view.PageLink;

/**
 * {@code /help} and {@code /about}.
 */
public final class HelpAndAboutPages implements Routes {
    private final Pages pages;
    private final OverviewCache coverage;

    public HelpAndAboutPages(Pages pages, OverviewCache coverage) {
        this.pages = pages;
        this.coverage = coverage;
    }

    /**
     * A construct of the query language.
     *
     * @param forms ways to write it
     * @param meaning what it finds
     * @param examples example searches, linked
     */
    public record Form(List<String> forms, String meaning, List<PageLink> examples) {}

    /**
     * Model of {@code pages/help}.
     *
     * @param forms constructs of the query language
     */
    public record Help(List<Form> forms) {}

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/help", this::help);
        routes.get("/help.json", this::helpJson);
        routes.get("/about", this::about);
        routes.get("/about.json", this::aboutJson);
    }

    private void helpJson(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(ctx, "/help.json", pages.version())) {
            Pages.json(
                    ctx,
                    Map.of(
                            "forms",
                            QueryForms.all().stream()
                                    .map(HelpAndAboutPages::json)
                                    .toList()));
        }
    }

    private static Map<String, Object> json(QueryForms.Form form) {
        var json = new LinkedHashMap<String, Object>();
        json.put("forms", form.forms());
        json.put("meaning", form.meaning());
        json.put(
                "examples",
                form.examples().stream()
                        .map(e -> Map.of("text", e, "url", SearchUrl.path(SearchRequest.of(e))))
                        .toList());
        return json;
    }

    private void aboutJson(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(ctx, "/about.json", coverage.generation())) {
            Pages.json(ctx, OverviewJson.about(coverage.overview()));
        }
    }

    private void help(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(ctx, "/help", coverage.generation(), pages.version())) {
            var head = Head.indexable("/help", "How to search IMR determinations with Precedent.", "help");
            pages.render(ctx, "pages/help", head, new Help(forms()));
        }
    }

    private static List<Form> forms() {
        return QueryForms.all().stream()
                .map(f -> new Form(
                        f.forms(),
                        f.meaning(),
                        f.examples().stream()
                                .map(e -> new PageLink(e, SearchUrl.path(SearchRequest.of(e))))
                                .toList()))
                .toList();
    }

    private void about(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(ctx, "/about", coverage.generation(), pages.version())) {
            var head = Head.indexable("/about", "What Precedent contains, and its limits.", "about");
            pages.render(ctx, "pages/about", head, coverage.about());
        }
    }
}
