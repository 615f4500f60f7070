package org.precedent.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Determination;
import org.precedent.determination.LegalCitation;
import org.precedent.determination.Located;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.mention.GuidelineMentions;
import org.precedent.search.query.CaseNumbers;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.api.CitePages.CitedText.CitedCase;
import org.precedent.web.api.CitePages.CitedText.CitedGuideline;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RouteContext;

/**
 * {@code /cite}: resolves the citations in a submitted text, which is not stored.
 */
public final class CitePages implements Routes {
    private final RouteContext parts;

    public CitePages(RouteContext parts) {
        this.parts = parts;
    }

    /**
     * Model of {@code pages/cite}.
     *
     * @param text submitted text; empty before the form is submitted
     * @param cited citations in the text; empty before the form is submitted
     */
    public record View(String text, Optional<CitedText> cited) {}

    @Override
    public void register(RoutesConfig routes) {
        // POST changes nothing here, so the right to read is enough
        routes.get("/cite", ctx -> page(ctx, new View("", Optional.empty())));
        routes.post("/cite", ctx -> page(ctx, new View(text(ctx), Optional.of(cited(ctx)))), Right.READ);
        routes.post("/cite.json", ctx -> Pages.json(ctx, json(cited(ctx))), Right.READ);
    }

    private void page(Context ctx, View view) {
        var head = Head.indexable("/cite", "Check the IMR case numbers and guidelines a text cites.", "cite");
        parts.pages().render(ctx, "pages/cite", head, view);
    }

    private CitedText cited(Context ctx) {
        var text = text(ctx);
        return parts.run(() -> CitedText.of(text, parts.gateway().searching()));
    }

    private static String text(Context ctx) {
        var text = Optional.ofNullable(ctx.formParam("text")).orElse("");
        if (text.length() > CitedText.MAX_LENGTH) {
            throw Failure.parameter(
                    "text",
                    "The text has " + text.length() + " characters; at most " + CitedText.MAX_LENGTH
                            + " can be checked at once. Paste it in parts.");
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

    /**
     * The citations found in a text, each resolved or reported as unknown.
     *
     * @param cases case numbers in order of appearance, without duplicates
     * @param guidelines guidelines in order of appearance, without duplicates
     */
    record CitedText(List<CitedCase> cases, List<CitedGuideline> guidelines) {
        /** Maximum length of a text, in characters. */
        static final int MAX_LENGTH = 100_000;

        /** Maximum number of citations to look up. */
        private static final int MAX_CITES = 1_000;

        // accepts the dashes that word processors insert; CaseNumbers validates the details
        private static final Pattern CASE = Pattern.compile(
                "(?i)(?<![a-z0-9])[a-z]{2,3}[\\s\u2010-\u2015\u2212-]{0,3}[0-9]{2}[\\s\u2010-\u2015\u2212-]{0,3}[0-9]{6,7}(?![0-9])");

        public CitedText {
            cases = List.copyOf(cases);
            guidelines = List.copyOf(guidelines);
        }

        /**
         * A cited case number.
         *
         * @param text as written in the text
         * @param number canonical case number
         * @param found full citation; empty when the determination is not in the index
         * @param outcome outcome of the determination; empty when it is not in the index
         * @param decided decision date in ISO 8601; empty when not stated or not in the index
         * @param href path of its page; empty when it is not in the index
         */
        public record CitedCase(
                String text,
                String number,
                Optional<String> found,
                Optional<String> outcome,
                Optional<String> decided,
                Optional<String> href) {}

        /**
         * A cited guideline.
         *
         * @param text as written in the text
         * @param guideline its facet value; empty when the vocabulary does not contain it
         * @param issues number of issues in the index that cite it
         * @param href path of the search for those issues; empty when there are none
         */
        public record CitedGuideline(String text, Optional<String> guideline, long issues, Optional<String> href) {}

        /**
         * Finds and looks up the citations in a text.
         */
        static CitedText of(String text, SearchService searching) {
            var engine = searching.engine();
            return new CitedText(cases(text, engine), guidelines(text, searching.guidelines(), engine));
        }

        /**
         * Whether the text contains no citations.
         */
        public boolean isEmpty() {
            return cases.isEmpty() && guidelines.isEmpty();
        }

        private static List<CitedCase> cases(String text, SearchEngine engine) {
            var found = new LinkedHashMap<String, CitedCase>();
            var matcher = CASE.matcher(text);
            while (matcher.find() && found.size() < MAX_CITES) {
                var words = matcher.group();
                CaseNumbers.parse(words)
                        .ifPresent(number -> found.computeIfAbsent(number, n -> find(words, n, engine)));
            }
            return List.copyOf(found.values());
        }

        private static CitedCase find(String words, String number, SearchEngine engine) {
            var letter = engine.findLetter(number, new Query.Everything()).map(l -> l.determination());
            return new CitedCase(
                    words,
                    number,
                    letter.map(l -> LegalCitation.of(l).plain()),
                    letter.map(l -> l.outcome().label()),
                    letter.flatMap(CitedText::decided),
                    letter.map(l -> AbsoluteUrls.letterPath(l.id())));
        }

        private static Optional<String> decided(Determination letter) {
            return letter.header().dates().decided().map(Located::value).map(Object::toString);
        }

        private static List<CitedGuideline> guidelines(String text, GuidelineMentions mentions, SearchEngine engine) {
            var found = new LinkedHashMap<String, CitedGuideline>();
            Map<String, Long> issues = new HashMap<>();
            engine.overview()
                    .facets()
                    .getOrDefault(Facet.GUIDELINE, List.of())
                    .forEach(c -> issues.put(c.value(), c.total().issues()));
            for (var cited : mentions.find(text, value -> issues.getOrDefault(value, 0L))) {
                var words = cited.span().slice(text).replaceAll("\\s+", " ").strip();
                var key = cited.value().orElse("unknown " + words);
                long count = issues.getOrDefault(key, 0L);
                var href = count > 0 ? cited.value().map(CitedText::search) : Optional.<String>empty();
                found.putIfAbsent(key, new CitedGuideline(words, cited.value(), count, href));
            }
            return found.values().stream().limit(MAX_CITES).toList();
        }

        private static String search(String guideline) {
            var chosen = Selection.NONE.with(new FacetValue(Facet.GUIDELINE, guideline));
            return SearchUrl.path(SearchRequest.EVERYTHING.with(chosen));
        }
    }
}
