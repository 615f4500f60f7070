package org.precedent.web.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Supplier;
import org.precedent.json.Json;

/**
 * Turns view records into answers.
 */
public final class Pages {
    private final Templates templates;
    private final Assets assets;
    private final Supplier<Site> site;

    /**
     * Pages of these templates and assets.
     *
     * @param site asked once for each page
     */
    public Pages(Templates templates, Assets assets, Supplier<Site> site) {
        this.templates = templates;
        this.assets = assets;
        this.site = site;
    }

    /**
     * Answers with a page. The template sees {@code view}, {@code head}, {@code site} and {@code assets}.
     *
     * @param template name without folder and ending: {@code pages/search}
     * @param view the template's own record
     */
    public void html(Context ctx, String template, Head head, Record view) {
        ctx.html(text(template, head, view));
        ctx.contentType("text/html; charset=utf-8");
    }

    /**
     * A page as text.
     */
    public String text(String template, Head head, Record view) {
        return templates.render(template, Map.of("view", view, "head", head, "site", site.get(), "assets", assets));
    }

    /**
     * Answers with JSON.
     */
    public static void json(Context ctx, Object value) {
        ctx.result(Json.bytes(value));
        ctx.contentType("application/json; charset=utf-8");
    }

    /**
     * Changes whenever templates or assets do; part of every page's validator.
     */
    public String version() {
        return assets.version();
    }
}
