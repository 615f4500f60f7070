package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Consistency of the vocabulary files: ids are unique, parents exist, rows are sorted, and no words belong to two terms.
 */
class VocabularyTest {
    private static final Vocabularies BUNDLED = Vocabularies.bundled();

    @TestFactory
    Stream<DynamicTest> idsAreSorted() {
        return files().map(v -> DynamicTest.dynamicTest(v.name(), () -> {
            var ids = v.terms().stream().map(Term::id).toList();
            assertEquals(ids.stream().sorted().toList(), ids);
        }));
    }

    @TestFactory
    Stream<DynamicTest> noWordsClaimTwoTerms() {
        return Stream.concat(files().filter(v -> v != BUNDLED.guideline()), families())
                .map(v -> DynamicTest.dynamicTest(v.name(), () -> {
                    var owners = new HashMap<String, String>();
                    for (var surface : v.surfaces()) {
                        if (surface.role() != Surface.Role.SHARED) {
                            var owner = owners.putIfAbsent(
                                    words(surface.words()), surface.term().id());
                            assertTrue(
                                    owner == null || owner.equals(surface.term().id()),
                                    "\"" + surface.words() + "\" claims " + owner + " and "
                                            + surface.term().id());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyTermIsFoundByItsLabel() {
        return files().filter(v -> v != LetterWords.bundled().modalityPair())
                .map(v -> DynamicTest.dynamicTest(
                        v.name(),
                        () -> v.terms()
                                .forEach(t -> assertTrue(
                                        v.mentions(t.label()).stream()
                                                .anyMatch(m -> m.term().equals(t)),
                                        t.label()))));
    }

    @Test
    void regionsAndGuidelinesAreTrees() {
        assertEquals(
                List.of("Spine", "Lumbar spine", "Lumbosacral spine"),
                BUNDLED.region().path("Lumbosacral spine"));
        assertEquals(
                List.of("MTUS", "MTUS Low Back Complaints"), BUNDLED.guideline().path("MTUS Low Back Complaints"));
        assertTrue(BUNDLED.region().labelAndDescendants("Upper extremity").contains("Wrist"));
    }

    @Test
    void levelsNameTheirRegion() {
        for (var level : Map.of(
                        "C4",
                        "Cervical spine",
                        "T12",
                        "Thoracic spine",
                        "L3",
                        "Lumbar spine",
                        "S1",
                        "Lumbosacral spine",
                        "L5-S1",
                        "Lumbosacral spine",
                        "L5/S1",
                        "Lumbosacral spine")
                .entrySet()) {
            assertEquals(List.of(level.getValue()), named(BUNDLED.region(), level.getKey()), level.getKey());
        }
    }

    @Test
    void theLongestFormWins() {
        assertEquals(List.of("Lumbar spine"), named(BUNDLED.region(), "low back"));
        assertEquals(List.of("MR arthrogram"), named(BUNDLED.modality(), "MRI arthrogram"));
        assertEquals(
                List.of("CT"),
                named(BUNDLED.modality(), "computed tomography (CT)").stream()
                        .distinct()
                        .toList());
    }

    @Test
    void wordsMayBeMarkedToNameNothing() {
        assertEquals(List.of(), named(BUNDLED.modality(), "injection under fluoroscopic guidance"));
        assertEquals(List.of(), named(BUNDLED.region(), "free T4"));
        assertFalse(
                BUNDLED.modality().terms().stream().anyMatch(t -> t.synonyms().contains("!under fluoroscopy")));
    }

    @Test
    void wordsMayNameSeveralTermsAtOnce() {
        assertEquals(3, BUNDLED.region().mentions("MRI of the CTL spine").size());
    }

    @Test
    void aTermOfAFamilyIsNamedByItsTitle() {
        assertTrue(BUNDLED.guideline().subtree("ODG").findByLabel("Low Back").isPresent());
        assertEquals(5, BUNDLED.guideline().topLevel().terms().size());
    }

    @Test
    void refusesARowOfAnotherShape() {
        var error = assertThrows(IllegalArgumentException.class, () -> VocabularyFile.read("region", "a\tb\n"));
        assertEquals("vocabulary region: line 1: expected 5 to 6 columns, got 2", error.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Vocabulary("x", List.of(new Term("a", "A", Optional.of("b"), List.of(), ""))));
    }

    @Test
    void readsWhichFormsRemainWordsInAQuery() {
        var region =
                VocabularyFile.read("region", "shoulder\tShoulder\t\trotator cuff|deltoid?\tusage\trotator cuff\n");
        assertEquals(List.of("rotator cuff"), region.queryWords());
        assertEquals(1, region.mentions("rotator cuff").size());
        assertTrue(BUNDLED.region().queryWords().contains("rotator cuff"));
        assertTrue(TreatmentTree.bundled().queryWords().contains("boots"));
    }

    @Test
    void rejectsQueryWordsThatAreNotAFormOfTheirTerm() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> VocabularyFile.read("region", "shoulder\tShoulder\t\trotator cuff\tusage\tdeltoid\n"));
        assertEquals(
                "vocabulary region: \"deltoid\", left as words in a query, is neither the label nor a synonym of \"shoulder\"",
                error.getMessage());
    }

    @Test
    void treatmentWordsNameTermsOfTheirVocabulary() {
        var hints = LetterWords.bundled().treatments().find(Words.of("Norco 10/325 mg and a wrist brace"));
        assertEquals(
                List.of("Opioids", "Pharmaceuticals", "Prosthetics/Orthotics"),
                hints.stream().map(h -> h.term().label()).toList());
    }

    private static Stream<Vocabulary> files() {
        var words = LetterWords.bundled();
        return Stream.of(
                BUNDLED.modality(),
                BUNDLED.region(),
                BUNDLED.decision(),
                BUNDLED.guideline(),
                BUNDLED.specialty(),
                BUNDLED.treatment(),
                BUNDLED.reason(),
                words.state(),
                words.laterality(),
                words.modalityPair(),
                words.cue());
    }

    private static Stream<Vocabulary> families() {
        return Stream.of("MTUS", "ODG", "ACOEM", "Other")
                .map(f -> BUNDLED.guideline().subtree(f));
    }

    private static List<String> named(Vocabulary vocabulary, String text) {
        return vocabulary.mentions(text).stream().map(m -> m.term().label()).toList();
    }

    private static String words(String text) {
        var words = Words.of(text);
        return String.join(
                " ", IntStream.range(0, words.size()).mapToObj(words::word).toList());
    }
}
