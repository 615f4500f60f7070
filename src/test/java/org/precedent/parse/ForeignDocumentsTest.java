package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Finding;
import org.precedent.vocabulary.Vocabularies;

/**
 * Documents that are not determinations are rejected with a reason, even if they contain decisions in the same words.
 */
class ForeignDocumentsTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final String LABELS = """

            Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

            MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.

            Decision rationale: The knee locks. The request is medically necessary.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Health plan grievance 12-0099\n\nAppeal Decision: Upheld\n\nThe plan's denial stands. You may write to us.",
                "External review\n\nReview Outcome: Overturned\n\nThe service is approved.",
                "Second level appeal\n\nFinal decision: Partially Overturned\n\nVisits were reduced.",
                "Summary of reviews\n\nMRI of the knee: Upheld\n\nCT of the head: Overturned\n\nX-ray of the hand: Upheld",
                "An attorney's note.\n\nThe reviewer held as follows: Upheld\n\nOur client disagrees with it in every point."
            })
    void aDecisionWithoutGuidelinesOrRationaleIsNotAnIssue(String text) {
        var findings = refused(text);
        assertEquals(Finding.Kind.NO_ISSUE, findings.getFirst().kind());
        assertTrue(findings.stream().anyMatch(f -> f.kind() == Finding.Kind.UNREADABLE_DECISION), findings.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MRI of the knee. Decision:\nUpheld\n(Agree)\nX Overturned\n(Disagree)",
                "MRI of the knee. Decision:\n\nUpheld\n\n(Agree)\n\nX Overturned\n\n(Disagree)",
                "MRI of the knee: Upheld\n\n[x] Overturned",
                "MRI of the knee: [ ] Upheld [x] Overturned",
                "MRI of the knee: Overturned\n\nPartially Overturned\n\nX Upheld"
            })
    void aFormWithABoxForEachDecisionDecidesNothing(String heading) {
        assertTrue(refused("Review form\n\n" + heading + "\n" + LABELS).stream()
                .anyMatch(f -> f.kind() == Finding.Kind.UNREADABLE_DECISION));
        assertTrue(refused("IMR ISSUES, DECISIONS AND RATIONALES\n\n" + heading + "\n" + LABELS).stream()
                .anyMatch(f -> f.kind() == Finding.Kind.UNREADABLE_DECISION));
    }

    private static final String BOARD = """
            WORKERS' COMPENSATION APPEALS BOARD
            STATE OF CALIFORNIA

            JANE SAMPLE, Applicant,
            vs.
            SAMPLE FOUNDRY, Defendants.

            Case No. ADJ9900001

            OPINION AND DECISION AFTER RECONSIDERATION

            The determination reads:

            """;

    private static final String COURT = """
            IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA

            JANE SAMPLE,
            Petitioner,
            v.
            WORKERS' COMPENSATION APPEALS BOARD,
            Respondent.

            She petitions for a writ of review. The Notice of Independent Medical Review Determination said:

            """;

    private static final String UNPUBLISHED = """
            NOT TO BE PUBLISHED IN THE OFFICIAL REPORTS

            IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA
            SIXTH APPELLATE DISTRICT

            The reviewer wrote:

            """;

    private static final String EVALUATOR = """
            PANEL QUALIFIED MEDICAL EVALUATOR'S REPORT

            I reviewed the following determination, which I quote in full:

            """;

    @ParameterizedTest
    @ValueSource(strings = {BOARD, COURT, UNPUBLISHED, EVALUATOR})
    void anOpinionThatQuotesADeterminationIsNamedAsOne(String caption) throws IOException {
        for (var quoted : List.of(
                "MRI of the right knee: Upheld\n" + LABELS, letter("l3b-header-in-pairs"), letter("l1-notice"))) {
            var findings = refused(caption + quoted);
            assertTrue(findings.getFirst().message().contains("a court or appeals board opinion"), findings.toString());
        }
    }

    @Test
    void aListOfDecisionsThatLostItsLineBreaksDecidesNothing() {
        var list = "Knee MRI: Upheld\nHand X-ray: Overturned";
        assertTrue(refused("This month's decisions\n\n" + list + LABELS).stream()
                .anyMatch(f -> f.message().startsWith("two decisions in one heading")));
        var read =
                assertInstanceOf(Parsed.Read.class, parse("IMR ISSUES, DECISIONS AND RATIONALES\n\n" + list + LABELS));
        assertTrue(
                read.determination().findings().stream().anyMatch(f -> f.kind() == Finding.Kind.UNREADABLE_DECISION),
                "a decision was lost without a word");
    }

    @Test
    void aDeterminationThatMentionsTheAppealsBoardIsRead() throws IOException {
        var text = letter("l1-notice")
                + "\n\nEffect of the Decision:\nThe decision may be appealed to the Workers' Compensation Appeals Board"
                + " by a verified petition within 30 days.";
        assertInstanceOf(Parsed.Read.class, parse(text));
    }

    @Test
    void anUnknownFrameAroundIssuesIsRead() {
        var read = assertInstanceOf(
                Parsed.Read.class, parse("A frame of its own\n\nMRI of the right knee: Partial Overturn\n" + LABELS));
        assertEquals(
                "Partly overturned",
                read.determination().issues().getFirst().decision().value().label());
    }

    private static List<Finding> refused(String text) {
        return assertInstanceOf(Parsed.Unreadable.class, parse(text), text).findings();
    }

    private static Parsed parse(String text) {
        return PARSER.parse(new Letter("letter.txt", "0", text, false));
    }

    private static String letter(String name) throws IOException {
        return Files.readString(GoldenTest.FOLDER.resolve(name).resolve("letter.txt"));
    }
}
