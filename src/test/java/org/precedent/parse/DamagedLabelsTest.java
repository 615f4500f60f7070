package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Finding.Kind;
import org.precedent.determination.Issue;
import org.precedent.vocabulary.Vocabularies;

/**
 * Damage to single lines of an issue, as caused by scanning and copying: the values are still read, or a finding reports what is
 * missing.
 */
class DamagedLabelsTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final String ISSUE = """
            %s: Upheld

            Claims Administrator guideline: Decision based on Non-MTUS Citation ODG, Shoulder.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation ODG, Knee, MRI.

            Decision rationale: No red flags are documented. It is not medically necessary.

            """;
    private static final String LETTER = "IMR ISSUES, DECISIONS AND RATIONALES\n\n"
            + ISSUE.formatted("MRI of the left knee") + ISSUE.formatted("Cane");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": Upheld>: Uphe1d",
                ": Upheld>: UpheId",
                "MAXIMUS guideline:>MAX1MUS guide1ine:",
                "Claims Administrator guideline:>C1aims Admin1strator guideIine:",
                "Decision rationale:>Decisi0n rationa1e:",
                "Decision based on MTUS>Decision bascd on MTUS",
                "Decision based on MTUS>Decision based on MTU5"
            })
    void lettersThatRecognitionTakesForOthersChangeNothing(String change) {
        var words = change.split(">", -1);
        assertTrue(LETTER.contains(words[0]), change);
        assertEquals(values(read(LETTER)), values(read(LETTER.replace(words[0], words[1]))), change);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAXIMUS guideline:", "Claims Administrator guideline:"})
    void aLabelThatIsLostGivesAFinding(String label) {
        for (var left : List.of("", label.replace(":", ""), "(unreadable)")) {
            var finding = finding(read(LETTER.replaceFirst(label, left)), Kind.MISSING_SECTION);
            assertEquals(1, finding.issue());
            assertTrue(finding.message().startsWith("issue 1: no line of the "), finding.message());
        }
        assertTrue(read(LETTER).findings().stream().noneMatch(f -> f.message().contains("no line of the")));
    }

    @Test
    void aSecondRationaleUnderOneDecisionIsKeptAndNamed() {
        var read = read(LETTER.replaceFirst("(?s)Cane: Upheld.*?(?=Decision rationale:)", ""));
        assertEquals(
                "issue 1: 2 lines of the rationale: expected one under each decision",
                finding(read, Kind.UNREADABLE_DECISION).message());
        var rationale = read.issues().getFirst().rationale().orElseThrow().value();
        assertEquals(2, rationale.split("No red flags", -1).length - 1, rationale);
    }

    @Test
    void aLetterThatIsCutOffDoesNotDecideWhatTheNextOneDecides() {
        var how =
                "HOW THE IMR FINAL DETERMINATION WAS MADE\n\nThe complete case file was sent to an expert reviewer, who has no"
                        + " affiliation with the employer.\n\nCLINICAL CASE SUMMARY\n\nA fictional worker hurt a knee.\n\n";
        var cut = "Case Number: CM16-9000001\n\n" + how;
        var whole = "Case Number: CM16-9000002\n\n" + how + LETTER;
        assertEquals("CM16-9000002", read(whole).id());
        var findings = assertInstanceOf(Parsed.Unreadable.class, parse(cut + "\f" + whole))
                .findings();
        assertTrue(findings.stream().anyMatch(f -> f.kind() == Kind.SEVERAL_LETTERS), findings.toString());
    }

    private static List<String> values(Determination determination) {
        return determination.issues().stream().map(DamagedLabelsTest::values).toList();
    }

    private static String values(Issue issue) {
        return issue.decision().value() + " " + issue.request().value() + " "
                + issue.reviewerGuidelines().citations().stream()
                        .map(c -> c.label())
                        .toList()
                + issue.administratorGuidelines().citations().stream()
                        .map(c -> c.label())
                        .toList()
                + issue.rationale().orElseThrow().value();
    }

    private static Finding finding(Determination determination, Kind kind) {
        return determination.findings().stream()
                .filter(f -> f.kind() == kind && f.issue() > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError(determination.findings().toString()));
    }

    private static Determination read(String text) {
        return assertInstanceOf(Parsed.Read.class, parse(text), text).determination();
    }

    private static Parsed parse(String text) {
        return PARSER.parse(new Letter("letter.txt", "0", text, false));
    }
}
