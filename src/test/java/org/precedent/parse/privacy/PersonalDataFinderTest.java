package org.precedent.parse.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Finding;
import org.precedent.json.Json;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.LetterParser.Redaction;
import org.precedent.parse.Parsed;
import org.precedent.parse.RealLetters;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabularies;

class PersonalDataFinderTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());
    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final String LETTER =
            "FICTIONAL SAMPLE LETTER\n\nX-ray of the wrist: Upheld\n\nDecision rationale: ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The number 123-45-6789 stood there.         | 123-45-6789          | social security number
            SSN: 123 45 6789                            | 123 45 6789          | social security number
            Social Security No. 123456789               | 123456789            | social security number
            xxx-xx-6789 was given                       | 6789                 | social security number
            Call (213) 555-0123 after noon              | (213) 555-0123       | telephone number
            at 213-555-0123.                            | 213-555-0123         | telephone number
            fax 1-213.555.0123                          | 213.555.0123         | telephone number
            write to jane.roe@example.org for           | jane.roe@example.org | e-mail address
            DOB: 01/02/1960 and                         | 01/02/1960           | birth date
            Date of Birth 1-2-60                        | 1-2-60               | birth date
            He was born on March 4, 1960 in             | March 4, 1960        | birth date
            Claim Number: 00123-456789-WC               | 00123-456789-WC      | claim number
            claim no. A1234567 of                       | A1234567             | claim number
            before the board as ADJ1234567              | ADJ1234567           | claim number
            Employee: Jane Q. Roe                       | Jane Q. Roe          | name
            Physician Reviewer: John M. Doe             | John M. Doe          | name
            /s/ Jane Roe                                | Jane Roe             | name
            the report of John A. Doe, M.D., says       | John A. Doe          | name
            Jane O'Roe-Doe, DO wrote                    | Jane O'Roe-Doe       | name
            Mr. Doe returned                            | Doe                  | name
            per Dr. Roe on that day                     | Roe                  | name
            Dr. Jane Q. Roe noted                       | Jane Q. Roe          | name
            seen by DR. ROE today                       | ROE                  | name
            Electronically signed by Jane Roe           | Jane Roe             | name
            Signed by: Roe, Jane                        | Roe, Jane            | name
            EMPLOYEE: JANE ROE                          | JANE ROE             | name
            Applicant:   Jane Roe                       | Jane Roe             | name
            Applicant: Roe, Jane Q.                     | Roe, Jane Q.         | name
            Patient Name: Jane Roe                      | Jane Roe             | name
            a report by Jane Roe MD of                  | Jane Roe             | name
            Jane Q. Roe M.D. examined                   | Jane Q. Roe          | name
            The number 123–45–6789 stood there          | 123–45–6789          | social security number
            SSN 123–45–6789                             | 123–45–6789          | social security number
            at 213–555–0123.                            | 213–555–0123         | telephone number
            Call (213) 555–0123 now                     | (213) 555–0123       | telephone number
            DOB (01/02/1970) and                        | 01/02/1970           | birth date
            date of birth is January 2, 1970            | January 2, 1970      | birth date
            The date of birth was 1970-01-02            | 1970-01-02           | birth date
            """)
    void findsAndRedactsPersonalData(String line, String personal, String kind) {
        var text = LETTER + "\n" + line + "\n";
        var findings = PersonalDataFinder.find(LEXICON, CountedText.of(text));
        assertEquals(
                List.of(personal),
                findings.stream().map(f -> f.span().slice(text)).toList());
        assertTrue(findings.getFirst().message().contains(kind), findings.toString());
        assertFalse(findings.toString().contains(personal), "a finding must not repeat it");
        var redacted = PersonalDataFinder.redact(LEXICON, CountedText.of(text));
        assertEquals(text.replace(personal, "[redacted " + kind + "]"), redacted);
        var marks = PersonalDataFinder.find(LEXICON, CountedText.of(redacted));
        assertEquals(
                List.of("a " + kind + " was left out here"),
                marks.stream().map(Finding::message).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Employee:                                Date of Injury:        01/02/2013",
                "Claim Number:",
                "Claim Number:            CM13-9900001",
                "Employee: Claim Number: Date of UR Decision: 01/02/2013",
                "IMR Case Number: CM13-0012345",
                "99201-99215 and 97110-97112-5555 were asked for",
                "from 08/23/2014 to 2014-08-25, pages 177-179 and 298-303",
                "hydrocodone 10/325mg #120, 300-400-500 mg",
                "It was decided by the injured worker, per Dr.  The patient was born in 1960.",
                "Certification(s)/Specialty: Orthopedic Surgery, MD",
                "The reviewer is a Doctor of Chiropractic, DC, licensed in New York, MD and Maryland.",
                "Board Certified, M.D.",
                "represented  employee; Mr.  is 48; Ms. The patient",
                "Toll free (855) 865-8873 or 1-800-794-6900",
                "Paul Samplename, MD, MPH\nMedical Director",
                "MAXIMUS FEDERAL SERVICES\nP.O. Box 138009\nSacramento, CA 95813-8009\nFax: (916) 605-4270\nimr@example.org",
                "a delay of 100 ms. There is no claim number 2 here; @ 5 mg",
                "per Dr. The treating physician; Dr. On that day; from Dr. Treatment included rest; Dr. Patient reports pain",
                "signed by the Medical Director; signed by Utilization Review; Primary Treating Physician MD",
                "APPLICANT: DATE OF INJURY: 01/02/2013",
                "Physical Medicine and Rehabilitation MD",
                "pages 177–179 and 2014–08–25, 99201–99215",
                "Nickel LT, MD/DO and the Official Disability Guidelines, PA",
            })
    void leavesTextWithoutPersonalDataAlone(String lines) {
        var text = LETTER + "\n\n" + lines + "\n\n";
        assertEquals(List.of(), PersonalDataFinder.find(LEXICON, CountedText.of(text)), lines);
        assertEquals(text, PersonalDataFinder.redact(LEXICON, CountedText.of(text)));
    }

    @Test
    void nothingOfItIsLeftInALetterThatIsRedacted() throws IOException {
        var text = Files.readString(SAMPLES.resolve("CM18-9900004.txt"))
                .replace("The hand", "Mr. Doe (DOB 01/02/1960, SSN 123-45-6789, 213-555-0123) works. The hand");
        var letter = new Letter("CM18-9900004.txt", "", text, false);
        assertEquals(4, kinds(PARSER.parse(letter)), "flagged");
        var redacted = PARSER.parse(letter, Redaction.TEXT_AND_NAME);
        assertEquals(4, kinds(redacted), "marked");
        var json = Json.write(((Parsed.Read) redacted).determination());
        for (var personal : List.of("Doe", "01/02/1960", "123-45-6789", "213-555-0123")) {
            assertFalse(json.contains(personal), personal);
        }
    }

    @Test
    void wordsAsLongAsATextTakeNoTime() {
        var text = "A-".repeat(500_000) + " of Jane Roe, MD";
        assertEquals(1, PersonalDataFinder.find(LEXICON, CountedText.of(text)).size());
    }

    @Test
    void bundledLettersIdentifyNobody() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                assertEquals(
                        List.of(),
                        PersonalDataFinder.find(LEXICON, CountedText.of(Files.readString(file))),
                        file.toString());
            }
        }
    }

    @Test
    void aNameGivenAwayOnceIsRedactedEverywhere() {
        var text = LETTER + "\nEmployee: Jane Roe\n\nYesterday Jane Roe came back. The knee hurts Jane Roe.\n";
        assertEquals(
                text.replace("Jane Roe", "[redacted name]"), PersonalDataFinder.redact(LEXICON, CountedText.of(text)));
    }

    @Test
    void theRealLettersIdentifyNobody() {
        if (RealLetters.areThere()) {
            for (var file : RealLetters.expected().keySet()) {
                var path = RealLetters.FOLDER.resolve(file);
                var text = CountedText.of(RealLetters.text(path));
                assertEquals(List.of(), found(text), file);
                assertFalse(FileNames.identify(LEXICON, path.getFileName().toString()), file);
            }
        }
    }

    private static List<String> found(CountedText text) {
        return PersonalDataFinder.find(LEXICON, text).stream()
                .map(f -> f.message() + ": " + f.span().slice(text.text()))
                .toList();
    }

    private static long kinds(Parsed parsed) {
        return ((Parsed.Read) parsed)
                .determination().findings().stream()
                        .filter(f -> f.kind() == Finding.Kind.PERSONAL_DATA)
                        .count();
    }
}
