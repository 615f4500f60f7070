package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.MutationFuzzer;
import org.precedent.determination.DeterminationJson;
import org.precedent.json.Json;
import org.precedent.parse.privacy.PersonalDataFinder;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabularies;

/**
 * Mutated letters: the parser never throws, its spans match the text, the same text always gives the same result, and a redacted text
 * contains no more personal data.
 */
class LetterFuzzTest {
    private static final int EXECUTIONS = 2_000;
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());
    private static final List<String> WORDS = List.of(
            "\n",
            "\n\n",
            "\n \n",
            "\f",
            ": Upheld",
            ": Overturned",
            "Case Number: CM20-9900000\n",
            "Date of Injury: 01/02/2003",
            "CLINICAL CASE SUMMARY\n",
            "IMR ISSUES, DECISIONS AND RATIONALES\n",
            "Decision rationale: ",
            "Claims Administrator guideline: ",
            "Decision based on MTUS ACOEM",
            "ODG Low Back Chapter, page 12",
            "Certification(s)/Specialty: ",
            "HOW THE IMR FINAL DETERMINATION WAS MADE",
            "is not medically necessary",
            "FICTIONAL SAMPLE LETTER\n",
            "Employee: Jane Roe ",
            "DOB: 01/02/1960 ",
            "213-555-0123",
            "-",
            "1. ",
            "2) ",
            "x- rays");

    @Test
    void changedLettersAreReadOrRefused() {
        var corpus = MutationFuzzer.texts(
                Path.of("src/test/resources/fuzz/letters"), Path.of("src/test/resources/determinations"));
        new MutationFuzzer(corpus, WORDS).run(EXECUTIONS, LetterFuzzTest::check);
    }

    private static void check(String text) {
        var letter = new Letter("CM20-9900000.txt", "", text, false);
        var parsed = PARSER.parse(letter);
        Spans.check(text, parsed);
        assertEquals(parsed, PARSER.parse(letter));
        switch (parsed) {
            case Parsed.Read read ->
                assertFalse(Json.write(DeterminationJson.toMap(read.determination()))
                        .isEmpty());
            case Parsed.Unreadable unreadable ->
                assertFalse(unreadable.findings().isEmpty());
        }
        var redacted = PersonalDataFinder.redact(LEXICON, CountedText.of(text));
        assertEquals(redacted, PersonalDataFinder.redact(LEXICON, CountedText.of(redacted)));
    }
}
