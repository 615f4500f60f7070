package org.precedent.search.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

class FacetUrlsTest {
    @Test
    void leadsWhereTheRequestWithTheValueToggledLeads() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var request = RandomRequests.random(random);
            for (var facet : Facet.values()) {
                var urls = FacetUrls.of(request, facet);
                for (var value : List.of("Knee", "100% & more", "none", "zzz", "PT/OT")) {
                    var selection = request.selection();
                    boolean chosen = selection.chosenIn(facet).contains(value);
                    var toggled = new FacetValue(facet, value);
                    var other = chosen ? selection.without(toggled) : selection.with(toggled);
                    var about = "seed " + seed + ": " + request + " " + toggled;
                    assertEquals(SearchUrl.path(request.with(other)), urls.toggle(value), about);
                    assertEquals(chosen, urls.isChosen(value), about);
                }
            }
        }
    }
}
