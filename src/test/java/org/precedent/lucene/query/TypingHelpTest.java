package org.precedent.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Decision;
import org.precedent.lucene.LetterBuilder;
import org.precedent.lucene.LuceneEngine;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.Suggestion;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/** Completions, other spellings, and the bound on what a word start may stand for. */
class TypingHelpTest {
    @TempDir
    private Path folder;

    private LuceneEngine engine;

    @BeforeEach
    void write() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
        try (var writer = engine.writer()) {
            writer.put(LetterBuilder.letter("CM16-0213037")
                    .caseNumber("CM16-0213037")
                    .by("Orthopedic Surgery")
                    .issue(
                            "Acupuncture, six visits",
                            Decision.UPHELD,
                            "MRI",
                            "Cervical spine",
                            "Needles for radiculopathy.")
                    .make());
            writer.put(LetterBuilder.letter("many").issue("Words", manyWords()).make());
            writer.commit();
        }
    }

    /** More words of one start than a word start may stand for, a twenty-sixth of them beginning zyxa. */
    private static String manyWords() {
        var words = new StringBuilder();
        for (int i = 0; i < TermLookup.EXPANSIONS + TermLookup.EXPANSIONS / 10; i++) {
            words.append("zyx")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(' ');
        }
        return words.toString();
    }

    @AfterEach
    void close() {
        engine.close();
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
        var found = engine.suggest(typed, 10);
        assertTrue(
                found.stream().anyMatch(s -> s.text().equals(text) && s.kind().equals(kind)), found.toString());
    }

    @Test
    void setsNoValueBehindWordsThatNameNone() {
        assertTrue(engine.suggest("visits cerv", 10).stream()
                .noneMatch(s -> s.kind().equals("region")));
    }

    @Test
    void completesNothingFromNothing() {
        assertEquals(List.of(), engine.suggest("", 10));
        assertEquals(List.of(), engine.suggest("  ", 10));
        assertEquals(
                List.of(),
                engine.suggest("qqqq", 10).stream().map(Suggestion::text).toList());
        assertEquals(List.of(), engine.suggest("c", 1));
        assertEquals(1, engine.suggest("cerv", 1).size());
    }

    @ParameterizedTest
    @CsvSource({"radiculopthy, radiculopathy", "acupunctre, acupuncture", "needels, needles", "Nedles, needles"})
    void knowsACloseSpelling(String typed, String meant) {
        assertEquals(Optional.of(meant), engine.correction(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"radiculopathy", "72148", "L4-5", "CM16-0213038", "G89.4", "mgs", "5/325", "two words", "-", ""})
    void leavesNumbersCodesAndKnownWordsAlone(String typed) {
        assertEquals(Optional.empty(), engine.correction(typed));
    }

    @Test
    void boundsWhatAWordStartStandsFor() {
        var wide = new Query.Prefix("zyx", new org.precedent.determination.Span(0, 4));
        var refused = assertThrows(SearchEngine.TooCostly.class, () -> engine.search(Search.of(wide)));
        assertTrue(String.valueOf(refused.getMessage()).contains("zyx*"), refused.toString());
        var narrow = new Query.Prefix("zyxa", new org.precedent.determination.Span(0, 5));
        assertEquals(1, engine.search(Search.of(narrow)).total().issues());
    }
}
