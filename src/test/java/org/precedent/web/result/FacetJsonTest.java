package org.precedent.web.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precedent.json.Json;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchRequest;

class FacetJsonTest {
    private static final List<String> VALUES = List.of(
            "none", "Knee", "Neck \"C5\" & \\ 100%", "<Head>", "Caf\u00e9 \ud83d\ude00", "a+b c/d", "tab\there");

    /** A value as the JSON object is documented. */
    private record Value(
            String value, List<String> path, long issues, long determinations, boolean selected, String url) {
        static Value of(FacetUrls urls, FacetCount count) {
            return new Value(
                    count.value(),
                    count.path(),
                    count.total().issues(),
                    count.total().determinations(),
                    urls.isChosen(count.value()),
                    urls.toggle(count.value()));
        }
    }

    private static List<FacetCount> counts() {
        return VALUES.stream()
                .map(v -> new FacetCount(v, List.of("Spine", v), new Total(v.length() * 1_000L, v.length())))
                .toList();
    }

    private static SearchRequest choosing(String... values) {
        var selection = Selection.NONE.with(new FacetValue(Facet.MODALITY, "X-ray"));
        for (var value : values) {
            selection = selection.with(new FacetValue(Facet.REGION, value));
        }
        return SearchRequest.EVERYTHING.withText("neck \"pain\"").with(selection);
    }

    @Test
    void writesTheRecordOfEachValue() {
        var counts = counts();
        for (var request : List.of(
                SearchRequest.EVERYTHING,
                choosing(),
                choosing("Knee"),
                choosing("Knee", "Neck \"C5\" & \\ 100%", "none"))) {
            var urls = FacetUrls.of(request, Facet.REGION);
            var expected = counts.stream().map(c -> Value.of(urls, c)).toList();
            assertEquals(Json.write(expected), Json.write(new FacetJson(urls, counts)), request.toString());
        }
    }

    @Test
    void standsWithinAMap() {
        var urls = FacetUrls.of(SearchRequest.EVERYTHING, Facet.REGION);
        assertEquals("{\"values\":[]}", Json.write(Map.of("values", new FacetJson(urls, List.of()))));
    }
}
