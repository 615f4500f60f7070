package org.precedent.web.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precedent.search.Overview;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.result.FacetJson;
import org.precedent.web.result.SearchJson;
import org.precedent.web.view.PageAddress;

/**
 * Renders the totals of the index as JSON.
 */
final class OverviewJson {
    private OverviewJson() {}

    /** Body of {@code /index.json}: totals, facets and the most recently added determinations. */
    static Map<String, Object> toMap(Overview overview) {
        var json = sizes(overview);
        var facets = new LinkedHashMap<String, Object>();
        for (var facet : Facet.counted(Set.of())) {
            facets.put(facet.parameter(), counts(overview, facet));
        }
        json.put("facets", facets);
        json.put("latest", overview.latest().stream().map(OverviewJson::latest).toList());
        return json;
    }

    /** Body of {@code /about.json}: totals and issues by year. */
    static Map<String, Object> about(Overview overview) {
        var json = sizes(overview);
        json.put("years", counts(overview, Facet.YEAR));
        return json;
    }

    private static Map<String, Object> sizes(Overview overview) {
        var json = new LinkedHashMap<String, Object>();
        json.put("total", SearchJson.total(overview.total()));
        json.put("from", overview.decided().from().map(Object::toString).orElse(null));
        json.put("to", overview.decided().to().map(Object::toString).orElse(null));
        json.put("fictional", overview.fictional());
        json.put("lastChanged", overview.lastChanged().map(Object::toString).orElse(null));
        return json;
    }

    private static FacetJson counts(Overview overview, Facet facet) {
        return new FacetJson(
                FacetUrls.of(SearchRequest.EVERYTHING, facet), overview.facets().getOrDefault(facet, List.of()));
    }

    private static Map<String, Object> latest(Overview.Latest letter) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", letter.id());
        json.put("request", letter.request());
        json.put("decided", letter.decided().map(Object::toString).orElse(null));
        json.put("firstSeen", letter.firstSeen().toString());
        json.put("url", PageAddress.determinationPath(letter.id()));
        return json;
    }
}
