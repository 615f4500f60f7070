package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precedent.vocabulary.TreatmentTree.Level;

class TreatmentTreeTest {
    private static final TreatmentTree TREE = TreatmentTree.bundled();

    @TestFactory
    Stream<DynamicTest> findsWhatWordsName() {
        return Stream.of(
                        List.of("opioids", "Pharmaceuticals > Opioids"),
                        List.of("muscle relaxants", "Pharmaceuticals > Muscle Relaxant"),
                        List.of("norco", "Pharmaceuticals > Opioids > hydrocodone/acetaminophen"),
                        List.of("Tramadol", "Pharmaceuticals > Opioids > tramadol"),
                        List.of("urine drug screens", "Diagnostic Testing > Lab & Pathology > urine drug screen"),
                        List.of("MRI", "Diagnostic Testing > Imaging & Radiology > mri"),
                        List.of("gym membership", "Programs > gym membership"),
                        List.of("chiro", "Rehabilitation > Chiropractic > chiropractic manipulation"),
                        List.of("ESI", "Injection > Epidural Steroid Injection"))
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    var paths = TREE.mentions(Words.of(row.getFirst())).stream()
                            .filter(m -> !m.weak())
                            .map(m -> path(m.term()))
                            .toList();
                    assertTrue(paths.contains(row.getLast()), paths.toString());
                }));
    }

    @Test
    void aLabelMayOccurAtSeveralPlaces() {
        assertEquals(
                Set.of("Pharmaceuticals > NSAID > diclofenac", "Pharmaceuticals > Topical Analgesics > diclofenac"),
                Set.copyOf(TREE.findByLabel("Diclofenac").stream()
                        .map(TreatmentTreeTest::path)
                        .toList()));
    }

    @Test
    void everyItemIsBelowACategoryOrSubcategory() {
        for (var term : TREE.terms()) {
            var path = TREE.path(term);
            assertTrue(path.size() <= 3, path.toString());
            assertEquals(Level.CATEGORY, TREE.level(path.getFirst()));
            assertEquals(path.size() == 3 || TREE.level(term) != Level.CATEGORY, path.size() > 1);
        }
    }

    @Test
    void siblingsHaveDifferentLabels() {
        var seen = new HashMap<String, String>();
        for (var term : TREE.terms()) {
            var other = seen.put(term.parent().orElse("") + "/" + term.label(), term.id());
            assertEquals(null, other, term.id());
        }
    }

    @Test
    void itemsAreInLowerCaseWithASource() {
        for (var term : TREE.terms()) {
            if (TREE.level(term) == Level.ITEM) {
                assertEquals(term.label().toLowerCase(Locale.ROOT), term.label());
                assertTrue(!term.source().isBlank(), term.id());
            }
        }
    }

    @Test
    void anItemNamedLikeItsSubcategoryIsMerged() {
        assertEquals(
                List.of("Rehabilitation", "Acupuncture"),
                TreatmentTree.values("Rehabilitation", Optional.of("Acupuncture"), Optional.of("acupuncture")));
        assertEquals(
                List.of("Pharmaceuticals", "Topical Compounds", "gabapentin/menthol"),
                TreatmentTree.values(
                        "Pharmaceuticals", Optional.of("Topical Compounds"), Optional.of("gabapentin/menthol")));
        assertEquals(
                List.of("Programs", "gym membership"),
                TreatmentTree.values("Programs", Optional.empty(), Optional.of("gym membership")));
    }

    @Test
    void ingredientsNameTheirCombinationInAnyOrder() {
        assertEquals(
                List.of("hydrocodone/acetaminophen"),
                TREE.combination(Set.of("acetaminophen", "hydrocodone")).stream()
                        .map(Term::label)
                        .toList());
        assertTrue(TREE.combination(Set.of("tramadol", "melatonin")).isEmpty());
    }

    @Test
    void misspelledNamesAreCorrectedButOrdinaryWordsAreNot() {
        var corrected = TREE.corrected(Words.of("Cyclobenzeprine supplied for the rectal patient"));
        assertEquals("cyclobenzaprine supplied for the rectal patient", corrected.join());
    }

    @Test
    void refusesAnItemWithoutItsPlace() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> TreatmentTree.read(
                        Vocabularies.bundled().treatment(),
                        Vocabularies.bundled().modality(),
                        "leech\tleech\tleeches\t\tusage\n"));
        assertEquals(
                "treatment-item: expected a category or subcategory as parent of \"leech\", got leeches",
                error.getMessage());
    }

    private static String path(Term term) {
        return String.join(" > ", TREE.path(term).stream().map(Term::label).toList());
    }
}
