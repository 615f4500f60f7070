package org.precedent.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Head;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RouteContext;

/**
 * {@code /openapi.json} and {@code /api}: the API description as JSON and as an HTML page.
 */
public final class ApiPages implements Routes {
    private final RouteContext parts;
    private final ApiDescription description = new ApiDescription();

    public ApiPages(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/openapi.json", this::json);
        routes.get("/api", this::page);
    }

    private void json(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        var json = description.json(BasePath.of(ctx).prefix());
        if (!ConditionalRequests.answerIfUnchanged(ctx, json)) {
            ctx.result(json);
            ctx.contentType("application/json; charset=utf-8");
        }
    }

    private void page(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(
                ctx,
                description.json(""),
                parts.pages().version(),
                parts.engine().generation())) {
            var head = new Head(
                    "The HTTP API of Precedent.",
                    Optional.of("/api"),
                    true,
                    List.of(new Head.Alternate("application/json", "/openapi.json", "OpenAPI 3.1")),
                    "",
                    true,
                    "");
            parts.pages().render(ctx, "pages/api", head, description.view());
        }
    }
}
