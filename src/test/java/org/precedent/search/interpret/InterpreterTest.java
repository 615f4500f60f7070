package org.precedent.search.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.interpret.Interpretation.AlternativeReading;
import org.precedent.search.interpret.Interpretation.Invalid;
import org.precedent.search.interpret.Interpretation.Understood;
import org.precedent.search.interpret.Interpretation.Valid;
import org.precedent.search.query.QueryForms;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.query.TestTable;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.vocabulary.Surface;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.Vocabularies;

class InterpreterTest {
    private static final Interpreter INTERPRETER = new Interpreter(Vocabularies.bundled());

    @TestFactory
    Stream<DynamicTest> readsWhatPeopleType() {
        var rows = TestTable.rows("understood.tsv");
        assertTrue(rows.size() > 550, "phrases: " + rows.size());
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.getFirst(),
                        () -> assertEquals(
                                row.get(1),
                                InterpretationPrinter.of(INTERPRETER.interpret(SearchRequest.of(row.getFirst()))))));
    }

    @TestFactory
    Stream<DynamicTest> offersOtherReadings() {
        return TestTable.rows("offers.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    var offers = read(row.getFirst()).offers().stream()
                            .map(AlternativeReading::label)
                            .collect(Collectors.joining(" / "));
                    assertEquals(row.get(1), offers.isEmpty() ? "-" : offers);
                }));
    }

    @Test
    void understandsEveryFormThatItsVocabularyDoesNotLeaveAsWords() {
        var vocabularies = Vocabularies.bundled();
        var names = new FacetNames(vocabularies);
        // a label counts as weak if a synonym declares the same words weak
        var weak = TreatmentTree.bundled().surfaces().stream()
                .filter(s -> s.role() == Surface.Role.WEAK)
                .map(s -> s.term().id() + " " + s.words().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var surfaces = Stream.of(
                        vocabularies.modality().surfaces(),
                        vocabularies.region().surfaces(),
                        vocabularies.decision().surfaces(),
                        TreatmentTree.bundled().surfaces())
                .flatMap(List::stream)
                .filter(s -> s.role() == Surface.Role.NAMES || s.role() == Surface.Role.SHARED)
                .filter(s -> !weak.contains(s.term().id() + " " + s.words().toLowerCase(Locale.ROOT)))
                .map(Surface::words)
                .filter(w -> w.chars().anyMatch(Character::isLetter))
                .toList();
        var unknown = surfaces.stream()
                .filter(w -> !names.isQueryWords(w))
                .filter(w -> names.match(List.of(w)).isEmpty())
                .toList();
        assertEquals(List.of(), unknown);
        for (var study : List.of("scintigraphy", "arteriogram", "videofluoroscopy")) {
            assertEquals(
                    1,
                    chips(study + " denied").stream()
                            .filter(c -> c.value().facet() == Facet.MODALITY)
                            .count(),
                    study);
        }
    }

    @Test
    void namesOnlyValuesTheVocabulariesHave() {
        var paths = new FacetPaths(Vocabularies.bundled());
        for (var name : new FacetNames(Vocabularies.bundled()).all()) {
            if (name instanceof FacetName.Unambiguous means) {
                for (var value : means.values()) {
                    assertTrue(paths.values(value.facet()).contains(value.value()), value.toString());
                }
            }
        }
    }

    @Test
    void readsAgainWhatEveryChipLeadsTo() {
        for (var row : TestTable.rows("understood.tsv")) {
            for (var chip : chips(row.getFirst())) {
                var asWords = assertInstanceOf(Valid.class, INTERPRETER.interpret(chip.asWords()), row.getFirst());
                assertTrue(
                        asWords.understood().stream()
                                .noneMatch(c -> c.at().start() == chip.at().start() + 1),
                        row.getFirst() + " -> " + chip.asWords().text());
                assertInstanceOf(
                        Valid.class,
                        INTERPRETER.interpret(chip.without()),
                        row.getFirst() + " -> " + chip.without().text());
            }
        }
    }

    @Test
    void readsAgainWhatEveryOfferLeadsTo() {
        for (var row : TestTable.rows("offers.tsv")) {
            for (var offer : read(row.getFirst()).offers()) {
                assertInstanceOf(Valid.class, INTERPRETER.interpret(offer.request()), offer.toString());
            }
        }
    }

    @Test
    void doesNotCorrectAWordThatIsAName() {
        assertEquals(Optional.of("neck"), INTERPRETER.correct("nek"));
        for (var word : List.of("neck", "Knee", "upheld")) {
            assertEquals(Optional.empty(), INTERPRETER.correct(word), word);
        }
    }

    @Test
    void addsAnAcceptedOfferAsASelectionToTheText() {
        var offer = read("back pain").offers().getFirst();
        assertEquals("q=pain&region=Spine", SearchUrl.query(offer.request()));
    }

    @Test
    void recognizesNothingInALiteralSearch() {
        var literal = SearchRequest.of("X-ray of the cervical spine upheld").literally();
        var read = assertInstanceOf(Valid.class, INTERPRETER.interpret(literal));
        assertEquals(List.of(), read.understood());
        assertEquals(
                "X-ray cervical spine upheld", QueryPrinter.print(read.search().query()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"red flags | red flags",
                "(lumbar MRI | lumbar MRI",
                "AND lumbar | lumbar",
                "lumbar w/5 | lumbar 5",
                "regoin:cervical | regoin cervical",
                "ra* | ra",
                "NOT | not",
            })
    void readsInvalidQueriesLiterallyOnRequest(String text, String words) {
        var wrong = assertInstanceOf(Invalid.class, INTERPRETER.interpret(SearchRequest.of(text)));
        var read = assertInstanceOf(Valid.class, INTERPRETER.interpret(wrong.literally()));
        assertEquals(words, QueryPrinter.print(read.search().query()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((((", "\"", "w/5", "* ! ( : \"", "NOT NOT", "region:", "a w/0 b", "\u0000\u0001", "🦴 (🦴"})
    void readsAnythingLiterally(String text) {
        assertInstanceOf(
                Valid.class, INTERPRETER.interpret(SearchRequest.of(text).literally()));
    }

    @Test
    void boundsTheLengthOfLiteralWordsToo() {
        var read = INTERPRETER.interpret(SearchRequest.of("word ".repeat(3_000)).literally());
        assertInstanceOf(Valid.class, read);
    }

    @TestFactory
    Stream<DynamicTest> runsEveryExampleOfTheHelpPage() {
        return QueryForms.all().stream()
                .flatMap(f -> f.examples().stream())
                .map(e -> DynamicTest.dynamicTest(
                        e, () -> assertInstanceOf(Valid.class, INTERPRETER.interpret(SearchRequest.of(e)), e)));
    }

    @ParameterizedTest
    @CsvSource({
        "CM14-0012345, CM14-0012345",
        "cm14 0012345, CM14-0012345",
        "Cm140012345, CM14-0012345",
        "CM14–0012345, CM14-0012345",
        "cm 14 - 0012345, CM14-0012345",
        "IMR 13-000004, IMR13-000004",
        "IMR Case No. CM14-0012345, CM14-0012345",
        "'see CM14-0012345, issue 1', CM14-0012345",
        "'IMR Case No. CM14-0012345, Final Determination (Cal. Div. Workers'' Comp. July 8, 2014), issue 2 (X-ray, neck)', CM14-0012345",
        "Case #: CM14-0012345, CM14-0012345",
        "CM14-212345, CM14-0212345",
        "cm14 212345., CM14-0212345",
    })
    void readsCaseNumbersInAnySpelling(String typed, String canonical) {
        assertEquals(List.of(canonical), read(typed).caseNumbers());
    }

    @Test
    void takesARunningNumberForACaseOfAnyYear() {
        var numbers = read("0213037").caseNumbers();
        assertTrue(numbers.containsAll(List.of("CM13-0213037", "CM16-0213037", "CM24-0213037")), numbers.toString());
        assertEquals(numbers, read("IMR case no. 0213037").caseNumbers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CM14-001234",
                "CM14-00123456",
                "cm14",
                "001234",
                "00123456",
                "0012345 knee",
                "CM14-0012345 knee",
                "EMG 14 0012345"
            })
    void takesNothingElseForCaseNumbersAlone(String typed) {
        assertEquals(List.of(), read(typed).caseNumbers());
    }

    private static Valid read(String text) {
        return assertInstanceOf(Valid.class, INTERPRETER.interpret(SearchRequest.of(text)), text);
    }

    private static List<Understood> chips(String text) {
        return INTERPRETER.interpret(SearchRequest.of(text)) instanceof Valid u ? u.understood() : List.of();
    }
}
