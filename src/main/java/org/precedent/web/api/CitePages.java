package org.precedent.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.precedent.web.api.CitedText.CitedCase;
import org.precedent.web.api.CitedText.CitedGuideline;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Right;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RouteContext;

/**
 * {@code /cite}: resolves the citations in a submitted text; nothing of it is stored.
 */
public final class CitePages implements Routes {
    private final RouteContext parts;

    public CitePages(RouteContext parts) {
        this.parts = parts;
    }

    /**
     * What {@code pages/cite} shows.
     *
     * @param text as pasted; empty for the bare form
     * @param cited what it cites; empty for the bare form
     */
    public record View(String text, Optional<CitedText> cited) {}

    @Override
    public void add(RoutesConfig routes) {
        // they change nothing, so who may read may ask
        routes.get("/cite", ctx -> page(ctx, new View("", Optional.empty())));
        routes.post("/cite", ctx -> page(ctx, new View(text(ctx), Optional.of(cited(ctx)))), Right.READ);
        routes.post("/cite.json", ctx -> Pages.json(ctx, json(cited(ctx))), Right.READ);
    }

    private void page(Context ctx, View view) {
        var head = Head.open("/cite", "Check the IMR case numbers and guidelines a text cites.", "cite");
        parts.pages().html(ctx, "pages/cite", head, view);
    }

    private CitedText cited(Context ctx) {
        var text = text(ctx);
        return parts.run(() -> CitedText.of(text, parts.desk().searching()));
    }

    private static String text(Context ctx) {
        var text = Optional.ofNullable(ctx.formParam("text")).orElse("");
        if (text.length() > CitedText.MAX_LENGTH) {
            throw Failure.parameter(
                    "text",
                    "The text has " + text.length() + " characters; at most " + CitedText.MAX_LENGTH
                            + " are read at once. Paste it in parts.");
        }
        return text;
    }

    private static Map<String, Object> json(CitedText cited) {
        var json = new LinkedHashMap<String, Object>();
        json.put("cases", cited.cases().stream().map(CitePages::json).toList());
        json.put("guidelines", cited.guidelines().stream().map(CitePages::json).toList());
        return json;
    }

    private static Map<String, Object> json(CitedCase cited) {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", cited.text());
        json.put("case", cited.number());
        json.put("found", cited.found().isPresent());
        json.put("outcome", cited.outcome().orElse(null));
        json.put("decided", cited.decided().orElse(null));
        json.put("citation", cited.found().orElse(null));
        json.put("url", cited.href().orElse(null));
        return json;
    }

    private static Map<String, Object> json(CitedGuideline cited) {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", cited.text());
        json.put("guideline", cited.guideline().orElse(null));
        json.put("known", cited.guideline().isPresent());
        json.put("issues", cited.issues());
        json.put("url", cited.href().orElse(null));
        return json;
    }
}
