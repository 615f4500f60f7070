package org.precedent.bench.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precedent.bench.AnswerForm;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Selection;
import org.precedent.search.request.SearchRequest;

/**
 * Writes a search as an OpenSearch JSON body. Chosen values are applied as a post filter, and each facet is counted under the choices in
 * all other facets, as the product does.
 */
final class OpenSearchSearch {
    /** More than the number of values in any counted facet. */
    private static final int VALUES = 1_000;

    /** Counts determinations; the count is approximate beyond a few thousand. */
    private static final Map<String, Object> COUNT =
            Map.of(IssueRecords.DETERMINATIONS, Map.of("cardinality", Map.of("field", IssueRecords.DETERMINATION)));

    private static final int SNIPPETS = 2;
    private static final int SHORTEST_OPENING = 150;

    private OpenSearchSearch() {}

    static Map<String, Object> body(SearchRequest search, AnswerForm form) {
        return switch (form) {
            case ISSUES -> issues(search);
            case DETERMINATIONS -> determinations(search);
        };
    }

    private static Map<String, Object> determinations(SearchRequest search) {
        var body = issues(search);
        var inner = new LinkedHashMap<String, Object>();
        inner.put("name", "issues");
        inner.put("size", IssueRecords.SHOWN_OF_EACH);
        inner.put("_source", IssueRecords.SHOWN);
        inner.put("highlight", highlight(PeerQuery.of(search.text())));
        body.remove("highlight");
        body.put("collapse", Map.of("field", IssueRecords.DETERMINATION, "inner_hits", inner));
        var facets = new LinkedHashMap<String, Object>();
        var selection = search.selection();
        IssueRecords.KEPT.forEach(
                facet -> facets.put(facet.parameter(), facet(facet, selection, Map.of("aggs", COUNT))));
        facets.put(IssueRecords.DETERMINATIONS, Map.of("filter", filter(selection.chosen()), "aggs", COUNT));
        body.put("aggs", facets);
        return body;
    }

    private static Map<String, Object> issues(SearchRequest search) {
        var query = PeerQuery.of(search.text());
        var selection = search.selection();
        var body = new LinkedHashMap<String, Object>();
        body.put("size", search.paging().size());
        body.put("track_total_hits", true);
        body.put("_source", IssueRecords.SHOWN);
        body.put("query", text(query));
        if (!selection.chosen().isEmpty()) {
            body.put("post_filter", filter(selection.chosen()));
        }
        body.put("highlight", highlight(query));
        var facets = new LinkedHashMap<String, Object>();
        IssueRecords.COUNTED.forEach(facet -> facets.put(facet.parameter(), facet(facet, selection, Map.of())));
        body.put("aggs", facets);
        return body;
    }

    private static Map<String, Object> text(PeerQuery query) {
        return switch (query) {
            case PeerQuery.All all -> Map.of("match_all", Map.of());
            case PeerQuery.Words words -> words(words.words());
            case PeerQuery.Phrase phrase -> field("match_phrase", "exact", phrase.words());
            case PeerQuery.Prefix prefix -> field("prefix", "exact", prefix.start());
            case PeerQuery.InField in -> field("match", in.field(), in.word());
        };
    }

    /** The query whose matches are highlighted in the rationale. */
    private static Map<String, Object> marked(PeerQuery query) {
        return switch (query) {
            case PeerQuery.All all -> text(all);
            case PeerQuery.Words words -> field("match", "rationale", String.join(" ", words.words()));
            case PeerQuery.Phrase phrase -> field("match_phrase", "rationale", phrase.words());
            case PeerQuery.Prefix prefix -> field("prefix", "rationale", prefix.start());
            case PeerQuery.InField in -> text(in);
        };
    }

    private static Map<String, Object> highlight(PeerQuery query) {
        return Map.of(
                "type",
                "unified",
                "boundary_scanner",
                "sentence",
                // returns whole sentences
                "fragment_size",
                0,
                "number_of_fragments",
                SNIPPETS,
                "no_match_size",
                SHORTEST_OPENING,
                "highlight_query",
                marked(query),
                "fields",
                Map.of("rationale", Map.of()));
    }

    private static Map<String, Object> facet(Facet facet, Selection selection, Map<String, Object> ofEach) {
        var terms = new LinkedHashMap<>(ofEach);
        terms.put("terms", Map.of("field", facet.parameter(), "size", VALUES));
        var others = new LinkedHashMap<>(selection.chosen());
        others.remove(facet);
        return others.isEmpty() ? terms : Map.of("filter", filter(others), "aggs", Map.of("values", terms));
    }

    private static Map<String, Object> filter(Map<Facet, Set<String>> chosen) {
        var clauses = chosen.entrySet().stream()
                .map(e -> Map.of("terms", Map.of(e.getKey().parameter(), e.getValue())))
                .toList();
        return Map.of("bool", Map.of("filter", clauses));
    }

    private static Map<String, Object> words(List<String> words) {
        var clauses = words.stream().map(word -> field("match", "text", word)).toList();
        return Map.of("bool", Map.of("must", clauses));
    }

    private static Map<String, Object> field(String query, String field, String value) {
        return Map.of(query, Map.of(field, value));
    }
}
