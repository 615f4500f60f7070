package org.precedent.lucene.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.precedent.search.facet.Facet;

class FacetGroupTest {
    @Test
    void everyFacetIsInOneGroupOfItsLevel() {
        var grouped = Stream.of(FacetGroup.values())
                .flatMap(g -> g.facets().stream())
                .sorted()
                .toList();
        assertEquals(Arrays.asList(Facet.values()), grouped);
        for (var facet : Facet.values()) {
            assertTrue(FacetGroup.of(facet).facets().contains(facet), facet.name());
            assertEquals(facet.level(), FacetGroup.of(facet).level(), facet.name());
        }
    }

    @Test
    void termHasTheSortedValuesOfEachFacet() {
        var terms = FacetGroup.SUBJECT.terms(facet -> switch (facet) {
            case MODALITY -> List.of();
            case REGION -> List.of("Knee", "Ankle & Foot", "Knee");
            default -> List.of("Physical Medicine › Thérapie");
        });
        assertEquals(1, terms.size());
        assertEquals(
                List.of(List.of(), List.of("Ankle & Foot", "Knee"), List.of("Physical Medicine › Thérapie")),
                decoded(FacetGroup.SUBJECT, terms.getFirst()));
        assertEquals(List.of(), FacetGroup.SUBJECT.terms(facet -> List.of()));
    }

    @Test
    void moreValuesThanFitInOneTermTakeSeveral() {
        var many = IntStream.range(10_000, 14_000)
                .mapToObj(i -> "ODG Pain, section " + i)
                .toList();
        var terms = FacetGroup.GROUNDS.terms(facet -> facet == Facet.REASON ? many : List.of("Upheld"));
        assertTrue(terms.size() > 1);
        var reasons = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var term : terms) {
            assertTrue(term.length <= 32_766, () -> "length " + term.length);
            var values = decoded(FacetGroup.GROUNDS, term);
            others.addAll(values.get(0));
            reasons.addAll(values.get(1));
            others.addAll(values.get(2));
        }
        assertEquals(many, reasons);
        assertEquals(List.of("Upheld", "Upheld"), others);
    }

    private static List<List<String>> decoded(FacetGroup group, BytesRef term) {
        return group.slices(term).stream().map(FacetGroup::values).toList();
    }
}
