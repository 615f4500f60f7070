package org.precedent.web.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;

/**
 * {@code /suggest.json?q=}: completions of a partly typed query.
 */
public final class SuggestJson implements Routes {
    private static final int MAX_SUGGESTIONS = 8;
    private static final int MAX_LENGTH = 200;

    private final SearchGateway gateway;

    public SuggestJson(SearchGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/suggest.json", this::json);
    }

    private void json(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of("q"));
        var typed = ctx.queryParam("q");
        ctx.header("Cache-Control", "private, max-age=60");
        if (ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), "suggest", String.valueOf(typed))) {
            return;
        }
        var found = typed == null || typed.isBlank() || typed.length() > MAX_LENGTH
                ? List.<Suggestion>of()
                : gateway.run(() -> gateway.engine().suggest(typed.strip(), MAX_SUGGESTIONS));
        Pages.json(ctx, Map.of("suggestions", found));
    }
}
