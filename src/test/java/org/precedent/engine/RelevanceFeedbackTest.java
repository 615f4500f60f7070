package org.precedent.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.precedent.engine.RelevanceFeedback.Best;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

/** Weights of facet values, derived from the best issues of a widened search. */
class RelevanceFeedbackTest {
    private static final FacetValue KNEE = new FacetValue(Facet.REGION, "Knee");
    private static final FacetValue MRI = new FacetValue(Facet.MODALITY, "MRI");

    @Test
    void aValueThatAllTheBestHaveWeighsMostWhereItIsRareElsewhere() {
        var best = List.of(new Best(2, List.of(KNEE, MRI)), new Best(2, List.of(KNEE, MRI)));
        var weights = RelevanceFeedback.weights(best, value -> value.equals(KNEE) ? 0.1 : 0.6, 100);
        assertEquals(100 * 0.025 * 0.9, weights.getOrDefault(KNEE, 0f), 1e-6);
        assertEquals(100 * 0.025 * 0.4, weights.getOrDefault(MRI, 0f), 1e-6);
    }

    @Test
    void aValueNoMoreFrequentThanElsewhereHasNoWeight() {
        var best = List.of(new Best(2, List.of(KNEE)), new Best(2, List.of(MRI)));
        assertEquals(Map.of(), RelevanceFeedback.weights(best, value -> 0.5, 100));
        assertEquals(Map.of(), RelevanceFeedback.weights(List.of(), value -> 0.5, 100));
    }

    @Test
    void theVeryBestCountMost() {
        var best = List.of(new Best(4, List.of(KNEE)), new Best(2, List.of(MRI)));
        var weights = RelevanceFeedback.weights(best, value -> 0, 1);
        assertEquals(16, weights.getOrDefault(KNEE, 0f) / weights.getOrDefault(MRI, 1f), 1e-4);
    }

    @Test
    void issuesThatTieWithTheFirstLeftOutAreLeftOutToo() {
        var tied = IntStream.range(0, RelevanceFeedback.DEPTH + 1)
                .mapToObj(i -> new Best(i < 3 ? 9 : 5, List.of(KNEE)))
                .toList();
        assertEquals(3, RelevanceFeedback.distinct(tied).size());
        assertEquals(4, RelevanceFeedback.distinct(tied.subList(0, 4)).size());
        assertTrue(RelevanceFeedback.distinct(List.of()).isEmpty());
    }
}
