package org.precedent.bench.peers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precedent.bench.AnswerForm;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Selection;
import org.precedent.search.request.SearchRequest;

/**
 * Writes a search as a Solr JSON request. A facet with chosen values is counted as if they were not chosen, as the product does.
 */
final class SolrSearch {
    private static final String EVERYTHING = "*:*";

    /** Counts determinations; this is cheap because the issues of one are adjacent in the index. */
    private static final String COUNT = "uniqueBlock(" + IssueRecords.DETERMINATION + ")";

    private SolrSearch() {}

    static Map<String, Object> body(SearchRequest search, AnswerForm form) {
        return switch (form) {
            case ISSUES -> issues(search);
            case DETERMINATIONS -> determinations(search);
        };
    }

    private static Map<String, Object> issues(SearchRequest search) {
        var query = PeerQuery.of(search.text());
        var body = new LinkedHashMap<String, Object>();
        body.put("query", text(query));
        body.put("filter", filters(search.selection()));
        body.put("fields", IssueRecords.SHOWN);
        body.put("limit", search.paging().size());
        body.put("facet", facets(search.selection()));
        body.put("params", Map.of("hl.q", marked(query)));
        return body;
    }

    // Grouping instead of collapsing: Solr highlights only documents in the result, not those added by expanding.
    private static Map<String, Object> determinations(SearchRequest search) {
        var body = issues(search);
        var facets = new LinkedHashMap<String, Object>();
        IssueRecords.KEPT.forEach(facet -> facets.put(facet.parameter(), counted(facet, search.selection())));
        facets.put(IssueRecords.DETERMINATIONS, COUNT);
        body.put("facet", facets);
        body.put(
                "params",
                Map.of(
                        "hl.q",
                        marked(PeerQuery.of(search.text())),
                        "group",
                        "true",
                        "group.field",
                        IssueRecords.DETERMINATION,
                        "group.limit",
                        IssueRecords.SHOWN_OF_EACH));
        return body;
    }

    private static Map<String, Object> counted(Facet facet, Selection selection) {
        var counted = facet(facet, selection);
        counted.put("facet", Map.of(IssueRecords.DETERMINATIONS, COUNT));
        return counted;
    }

    private static String text(PeerQuery query) {
        return switch (query) {
            case PeerQuery.All all -> EVERYTHING;
            case PeerQuery.Words words -> String.join(" AND ", words.words());
            case PeerQuery.Phrase phrase -> "exact:\"" + phrase.words() + "\"";
            case PeerQuery.Prefix prefix -> "exact:" + prefix.start() + "*";
            case PeerQuery.InField in -> in.field() + ":" + in.word();
        };
    }

    /** The query whose matches are highlighted in the rationale. */
    private static String marked(PeerQuery query) {
        return switch (query) {
            case PeerQuery.All all -> EVERYTHING;
            case PeerQuery.Words words -> "rationale:(" + String.join(" ", words.words()) + ")";
            case PeerQuery.Phrase phrase -> "rationale:\"" + phrase.words() + "\"";
            case PeerQuery.Prefix prefix -> "rationale:" + prefix.start() + "*";
            case PeerQuery.InField in -> in.field().equals("rationale") ? text(in) : EVERYTHING;
        };
    }

    private static List<String> filters(Selection selection) {
        return selection.chosen().entrySet().stream()
                .map(e -> "{!terms tag=" + e.getKey().parameter() + " f="
                        + e.getKey().parameter() + " separator=\"|\"}" + String.join("|", e.getValue()))
                .toList();
    }

    private static Map<String, Object> facets(Selection selection) {
        var facets = new LinkedHashMap<String, Object>();
        IssueRecords.COUNTED.forEach(facet -> facets.put(facet.parameter(), facet(facet, selection)));
        return facets;
    }

    private static Map<String, Object> facet(Facet facet, Selection selection) {
        var name = facet.parameter();
        var terms = new LinkedHashMap<String, Object>(Map.of("type", "terms", "field", name, "limit", -1));
        if (!selection.chosenIn(facet).isEmpty()) {
            terms.put("domain", Map.of("excludeTags", name));
        }
        return terms;
    }
}
