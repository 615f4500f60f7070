package org.precedent.parse.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Finding;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.LetterParser.Redaction;
import org.precedent.parse.Parsed;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabularies;

class FileNamesTest {
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jane Roe.pdf                      | redacted-0123456789ab.pdf
            ROE_JANE_CM16-9900001.pdf         | redacted-0123456789ab.pdf
            Roe, Jane - final determination.docx | redacted-0123456789ab.docx
            IMR Roe-Doe.pdf                   | redacted-0123456789ab.pdf
            123-45-6789.pdf                   | redacted-0123456789ab.pdf
            DOB 01-02-1970.txt                | redacted-0123456789ab.txt
            letters.zip!/Jane Roe/letter.txt  | letters.zip!/redacted/letter.txt
            """)
    void replacesNamesThatIdentify(String name, String redacted) {
        assertTrue(FileNames.identify(LEXICON, name));
        assertEquals(redacted, FileNames.redact(LEXICON, name, DIGEST, CountedText.of("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CM16-9900001.pdf",
                "CM16-9900001 Final Determination Letter.pdf",
                "001_c309172eae3e05d8.txt",
                "IMR Decision July 2014.docx",
                "Cervical Spine MRI.pdf",
                "letters.zip!/2016/March/letter-001.txt",
                "Independent_Medical_Review.html",
                ""
            })
    void leavesOtherNamesAlone(String name) {
        assertFalse(FileNames.identify(LEXICON, name));
        assertEquals(name, FileNames.redact(LEXICON, name, DIGEST, CountedText.of("")));
    }

    @Test
    void aNameFoundInTheTextCountsInTheFilesName() {
        assertEquals(
                "redacted-0123456789ab.txt",
                FileNames.redact(LEXICON, "roe-2.txt", DIGEST, CountedText.of("Employee: Jane Roe\n")));
    }

    @Test
    void aRedactedDeterminationHasNeitherTheNameNorAnIdentifierMadeOfIt() {
        var text =
                "FICTIONAL SAMPLE LETTER\n\nX-ray of the wrist: Upheld\n\nDecision rationale: Not medically necessary.";
        var letter = new Letter("Jane Roe.txt", DIGEST, text, false);
        var parser = new LetterParser(Vocabularies.bundled());
        var kept = ((Parsed.Read) parser.parse(letter)).determination();
        assertEquals("Jane Roe", kept.id());
        assertEquals(
                List.of(Finding.Kind.PERSONAL_DATA),
                kept.findings().stream()
                        .map(Finding::kind)
                        .filter(Finding.Kind.PERSONAL_DATA::equals)
                        .toList());
        var redacted = ((Parsed.Read) parser.parse(letter, Redaction.TEXT_AND_NAME)).determination();
        assertEquals("redacted-0123456789ab", redacted.id());
        assertFalse(redacted.toString().contains("Roe"));
    }
}
