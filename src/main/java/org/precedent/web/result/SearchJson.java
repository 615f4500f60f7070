package org.precedent.web.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.json.JsonWritable;
import org.precedent.json.JsonWriter;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.SearchAdvice;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.view.Paging;

/**
 * A results page as JSON, the response of {@code /search.json}.
 */
public record SearchJson(SearchOutcome.Found found) implements JsonWritable {
    @Override
    public void write(JsonWriter out) {
        var page = found.page();
        out.startObject();
        out.object("query", query(found));
        out.object("total", total(page.total()));
        words(page.words()).ifPresent(w -> out.object("match", w));
        out.name("facets");
        facets(out);
        out.array("results", page.letters(), SearchJson::hit);
        found.inSummaries().ifPresent(offer -> out.object("summary", summaries(offer)));
        if (!page.related().isEmpty()) {
            out.array("related", page.related(), SearchJson::hit);
        }
        out.object("page", page(found.interpretation().request(), page));
        found.advice().ifPresent(a -> out.object("advice", advice(a)));
        out.endObject();
    }

    private void facets(JsonWriter out) {
        out.startObject();
        var counts = found.page().facets();
        for (var facet : Facet.counted(counts.keySet())) {
            var urls = FacetUrls.of(found.canonical(), facet);
            out.object(facet.parameter(), new FacetJson(urls, counts.getOrDefault(facet, List.of())));
        }
        out.endObject();
    }

    private static void hit(JsonWriter out, LetterHit hit) {
        new HitJson(hit).write(out);
    }

    private static Map<String, Object> summaries(SearchOutcome.SummaryOffer offer) {
        var json = new LinkedHashMap<String, Object>();
        json.put("issues", offer.issues());
        json.put("url", SearchUrl.path(offer.request()));
        return json;
    }

    private static Map<String, Object> advice(SearchAdvice advice) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "drop",
                Stream.concat(advice.drops().stream(), advice.inLetter().stream())
                        .map(d -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("what", d.label());
                            one.putAll(total(d.total()));
                            one.put("url", SearchUrl.path(d.request()));
                            return one;
                        })
                        .toList());
        json.put(
                "spelling",
                advice.spellings().stream()
                        .map(s -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("typed", s.typed());
                            one.put("meant", s.meant());
                            one.put("url", SearchUrl.path(s.request()));
                            return one;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> query(SearchOutcome.Found found) {
        var meaning = found.interpretation();
        var json = new LinkedHashMap<String, Object>();
        json.put("text", meaning.request().text());
        json.put(
                "understood",
                meaning.understood().stream()
                        .map(u -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("words", u.words());
                            one.put("facet", u.value().facet().parameter());
                            one.put("value", u.value().value());
                            if (u.negated()) {
                                one.put("negated", true);
                            }
                            return one;
                        })
                        .toList());
        json.put("words", meaning.words());
        json.put("sentence", found.sentence());
        json.put("url", SearchUrl.path(found.canonical()));
        return json;
    }

    /**
     * The JSON object of a total.
     */
    public static Map<String, Object> total(Total total) {
        var json = new LinkedHashMap<String, Object>();
        json.put("issues", total.issues());
        json.put("determinations", total.determinations());
        return json;
    }

    private static Optional<Map<String, Object>> words(SearchPage.Words words) {
        if (words.total() == 0) {
            return Optional.empty();
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("shown", words.shown().name().toLowerCase(java.util.Locale.ROOT));
        json.put("withAll", total(words.withAll()));
        json.put("required", words.required());
        json.put("of", words.counted());
        json.put("telling", words.distinctive());
        json.put("common", words.common());
        json.put("unknown", words.unknown());
        json.put("near", words.near());
        return Optional.of(json);
    }

    private static Map<String, Object> page(SearchRequest request, SearchPage page) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", request.page());
        json.put("size", request.size());
        json.put(
                "next",
                Paging.after(request, page).map(r -> SearchUrl.path(".json", r)).orElse(null));
        return json;
    }
}
