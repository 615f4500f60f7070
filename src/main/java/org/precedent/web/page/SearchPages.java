package org.precedent.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.precedent.search.Answer;
import org.precedent.search.CaseNumbers;
import org.precedent.search.Interpretation;
import org.precedent.search.Query;
import org.precedent.search.SearchUrl;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Freshness;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;

/**
 * {@code /search} and {@code /search.json}: two renderings of one page.
 */
public final class SearchPages implements Routes {
    private static final Head WRONG = new Head("", Optional.empty(), false, List.of(), "", false, "");

    private final Desk desk;
    private final Pages pages;
    private final Coverage coverage;

    /**
     * Result pages.
     */
    public SearchPages(Desk desk, Pages pages, Coverage coverage) {
        this.desk = desk;
        this.pages = pages;
        this.coverage = coverage;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/search", this::html);
        routes.get("/search.json", this::json);
    }

    private void html(Context ctx) {
        var address = Asking.address(ctx);
        if (redirected(ctx, address) || unchanged(ctx, address, "html")) {
            return;
        }
        long began = System.nanoTime();
        switch (desk.search(address.request())) {
            case Answer.Wrong wrong -> wrong(ctx, address, wrong.wrong());
            case Answer.Found found -> {
                var took = Duration.ofNanos(System.nanoTime() - began);
                var view = new Results(address, found).view(coverage.overview(), took);
                pages.html(ctx, "pages/search", head(address), view);
            }
        }
    }

    private void json(Context ctx) {
        var address = Asking.address(ctx);
        if (!unchanged(ctx, address, "json")) {
            switch (desk.search(address.request())) {
                case Answer.Wrong wrong -> throw Asking.wrong(wrong.wrong());
                case Answer.Found found -> Pages.json(ctx, SearchJson.of(found));
            }
        }
    }

    private boolean unchanged(Context ctx, Address address, String form) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return Freshness.unchanged(ctx, desk.engine().generation(), address.here(), form, pages.version());
    }

    // A case number alone is a wish for the letter, however it is spelt.
    private boolean redirected(Context ctx, Address address) {
        var request = address.request();
        var number = CaseNumbers.of(request.text());
        if (request.literal() || number.isEmpty()) {
            return false;
        }
        var letter = desk.engine().letter(number.get(), new Query.Everything());
        letter.ifPresent(l -> ctx.redirect(Address.letterPath(l.determination().id())));
        return letter.isPresent();
    }

    private void wrong(Context ctx, Address address, Interpretation.Wrong wrong) {
        Failures.prepare(ctx, Asking.wrong(wrong).answer());
        pages.html(ctx, "pages/wrong", WRONG, WrongView.of(address, wrong));
    }

    private static Head head(Address address) {
        var first = address.request().withPage(1);
        return new Head(
                "",
                Optional.of(address.here()),
                false,
                List.of(
                        new Head.Alternate("application/json", SearchUrl.path(".json", address.request()), "JSON"),
                        new Head.Alternate("application/atom+xml", SearchUrl.path(".atom", first), "Feed"),
                        new Head.Alternate("text/csv", SearchUrl.path(".csv", first), "CSV")),
                address.request().text(),
                false,
                "search");
    }
}
