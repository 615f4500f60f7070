package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Decision;
import org.precedent.determination.Span;
import org.precedent.search.LetterBuilder;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.query.Query;

/** Completions, spelling suggestions, and the limit on how many words a prefix may match. */
public abstract class SuggestionContract extends EngineContract {
    /** More than the ten thousand words that a prefix may match. */
    private static final int MANY = 11_000;

    protected SuggestionContract(EngineFixture engines) {
        super(engines);
    }

    @BeforeAll
    void write() {
        put(
                LetterBuilder.letter("CM16-0213037")
                        .caseNumber("CM16-0213037")
                        .by("Orthopedic Surgery")
                        .issue(
                                "Acupuncture, six visits",
                                Decision.UPHELD,
                                "MRI",
                                "Cervical spine",
                                "Needles for radiculopathy.")
                        .make(),
                LetterBuilder.letter("many").issue("Words", manyWords()).make());
    }

    /** Words with a common prefix; one in 26 starts with zyxa. */
    private static String manyWords() {
        var words = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            words.append("zyx")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(' ');
        }
        return words.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "cerv, Cervical spine, region",
        "neck, Cervical spine, region",
        "uph, Upheld, decision",
        "radicul, radiculopathy, word",
        "six vis, six visits, word",
        "upheld ne, upheld Cervical spine, region",
        "orthop, Orthopedic Surgery, specialty",
        "denied mr, denied MRI, modality",
        "acup, 'Acupuncture, six visits', request",
        "cm16, CM16-0213037, case",
        "CM16-02130, CM16-0213037, case"
    })
    void completesValuesRequestsAndCaseNumbers(String typed, String text, String kind) {
        var found = engine().suggest(typed, 10);
        assertTrue(
                found.stream().anyMatch(s -> s.text().equals(text) && s.kind().equals(kind)), found.toString());
    }

    @Test
    void setsNoValueForWordsThatNameNone() {
        assertTrue(engine().suggest("visits cerv", 10).stream()
                .noneMatch(s -> s.kind().equals("region")));
    }

    @Test
    void completesNothingFromNothing() {
        assertEquals(List.of(), engine().suggest("", 10));
        assertEquals(List.of(), engine().suggest("  ", 10));
        assertEquals(
                List.of(),
                engine().suggest("qqqq", 10).stream().map(Suggestion::text).toList());
        assertEquals(List.of(), engine().suggest("c", 1));
        assertEquals(1, engine().suggest("cerv", 1).size());
    }

    @ParameterizedTest
    @CsvSource({"radiculopthy, radiculopathy", "acupunctre, acupuncture", "needels, needles", "Nedles, needles"})
    void recognizesACloseSpelling(String typed, String meant) {
        assertEquals(Optional.of(meant), engine().correct(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"radiculopathy", "72148", "L4-5", "CM16-0213038", "G89.4", "mgs", "5/325", "two words", "-", ""})
    void leavesNumbersCodesAndKnownWordsAlone(String typed) {
        assertEquals(Optional.empty(), engine().correct(typed));
    }

    @Test
    void aWordStartOfVeryManyWordsIsAnsweredOrRefusedByName() {
        var wide = new Query.Prefix("zyx", new Span(0, 4));
        try {
            assertEquals(1, engine().count(Search.of(wide)).issues());
        } catch (SearchEngine.TooCostly e) {
            assertTrue(String.valueOf(e.getMessage()).contains("zyx*"), e.toString());
        }
        var narrow = new Query.Prefix("zyxa", new Span(0, 5));
        assertEquals(1, engine().search(Search.of(narrow)).total().issues());
    }
}
