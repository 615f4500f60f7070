package org.precedent.search.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacetTreeTest {
    private static final FacetTree TREE = FacetTree.of(List.of(
            List.of("Spine", "Lumbar"),
            List.of("Knee"),
            List.of("Spine", "Cervical"),
            List.of("Ankle"),
            List.of("Spine", "Cervical", "C5"),
            List.of("Wrist", "Scaphoid")));

    private static List<String> order(long... issues) {
        return TREE.inOrder(issues, issues).stream().map(FacetCount::value).toList();
    }

    @Test
    void siblingsComeByIssuesThenValueEachBeforeThoseBelowIt() {
        assertEquals(List.of("Ankle", "Knee", "Cervical", "C5", "Lumbar"), order(2, 5, 3, 5, 1, 0));
        assertEquals(List.of("Knee", "Ankle", "Lumbar", "Cervical", "C5"), order(4, 5, 3, 1, 3, 0));
    }

    @Test
    void leavesOutWhatNoIssueHas() {
        assertEquals(List.of("C5", "Scaphoid"), order(0, 0, 0, 0, 7, 1));
        assertEquals(List.of(), order(0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsComeWithTheirPathsAndBothTotals() {
        var counts = TREE.inOrder(new long[] {0, 0, 0, 0, 9, 0}, new long[] {0, 0, 0, 0, 4, 0});
        assertEquals(List.of(new FacetCount("C5", List.of("Spine", "Cervical", "C5"), new Total(9, 4))), counts);
    }

    @Test
    void ordersEqualCountsByValue() {
        var spine = new FacetCount("Spine", List.of("Spine"), new Total(3, 2));
        var lumbar = new FacetCount("Lumbar", List.of("Spine", "Lumbar"), new Total(3, 2));
        var knee = new FacetCount("Knee", List.of("Knee"), new Total(8, 8));
        assertEquals(
                List.of(knee, spine, lumbar),
                FacetTree.inOrder(Map.of("Lumbar", lumbar, "Knee", knee, "Spine", spine)));
    }
}
