package org.precedent.web.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.precedent.determination.DeterminationJson;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchPage;
import org.precedent.search.Snippet;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.SearchAdvice;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.Paging;

/**
 * Renders a results page as JSON.
 */
public final class SearchJson {
    private SearchJson() {}

    /**
     * A value of a facet. A response has hundreds, and serializing a record takes a fraction of the time of a map.
     */
    public record Value(
            String value, List<String> path, long issues, long determinations, boolean selected, String url) {}

    /**
     * The response of {@code /search.json}.
     */
    public static Map<String, Object> toMap(SearchOutcome.Found found) {
        var json = new LinkedHashMap<String, Object>();
        var page = found.page();
        var request = found.interpretation().request();
        json.put("query", query(found));
        json.put("total", total(page.total()));
        words(page.words()).ifPresent(w -> json.put("match", w));
        json.put("facets", facets(found.canonical(), page));
        json.put("results", page.letters().stream().map(SearchJson::letter).toList());
        found.inSummaries().ifPresent(offer -> json.put("summary", summaries(offer)));
        if (!page.related().isEmpty()) {
            json.put("related", page.related().stream().map(SearchJson::letter).toList());
        }
        json.put("page", page(request, page));
        found.advice().ifPresent(a -> json.put("advice", advice(a)));
        return json;
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
                        .map(s -> Map.of("typed", s.typed(), "meant", s.meant(), "url", SearchUrl.path(s.request())))
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

    private static Map<String, Object> facets(SearchRequest request, SearchPage page) {
        var json = new LinkedHashMap<String, Object>();
        for (var facet : Facet.counted(page.facets().keySet())) {
            var urls = FacetUrls.of(request, facet);
            json.put(
                    facet.parameter(),
                    page.facets().getOrDefault(facet, List.of()).stream()
                            .map(c -> value(urls, c))
                            .toList());
        }
        return json;
    }

    public static Value value(FacetUrls urls, FacetCount count) {
        var value = count.value();
        var total = count.total();
        return new Value(
                value, count.path(), total.issues(), total.determinations(), urls.isChosen(value), urls.toggle(value));
    }

    /**
     * The JSON object of a determination with its matching issues.
     */
    public static Map<String, Object> letter(LetterHit hit) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", hit.id());
        json.put("case", hit.facts().caseNumber().orElse(null));
        json.put("decided", hit.facts().decided().map(Object::toString).orElse(null));
        json.put("specialties", hit.facts().specialties());
        json.put("outcome", hit.facts().outcome().label());
        json.put("issueCount", hit.facts().issueCount());
        json.put("fictional", hit.facts().fictional());
        json.put("firstSeen", hit.ingested().firstSeen().toString());
        json.put("lastChanged", hit.ingested().lastChanged().toString());
        json.put("url", PageAddress.determinationPath(hit.id()));
        json.put("issues", hit.issues().stream().map(i -> issue(hit, i)).toList());
        json.put("further", hit.hiddenIssues());
        hit.summary().ifPresent(s -> json.put("summary", snippet(s)));
        return json;
    }

    private static Map<String, Object> issue(LetterHit hit, IssueHit issue) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", issue.number());
        json.put("request", issue.request().text());
        json.put("title", issue.title().text());
        json.put("decision", issue.decision().label());
        json.put("modality", issue.labels().modalities());
        json.put("region", issue.labels().regions());
        json.put("laterality", issue.labels().laterality().orElse(null));
        json.put("treatment", issue.labels().treatment().orElse(null));
        json.put(
                "guidelines",
                issue.guidelines().stream().map(DeterminationJson::citation).toList());
        json.put("reasons", issue.reasons());
        json.put("snippets", issue.snippets().stream().map(SearchJson::snippet).toList());
        json.put("url", PageAddress.issuePath(hit.id(), issue.number()));
        return json;
    }

    private static List<Map<String, Object>> snippet(Snippet snippet) {
        return snippet.pieces().stream().map(SearchJson::piece).toList();
    }

    private static Map<String, Object> piece(Snippet.Piece piece) {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", piece.text());
        if (piece.hit()) {
            json.put("hit", true);
        }
        piece.near().ifPresent(typed -> json.put("near", typed));
        return json;
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
