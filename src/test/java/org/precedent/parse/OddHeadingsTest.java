package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Finding.Kind;
import org.precedent.vocabulary.Vocabularies;

/**
 * Unusual headings and decisions: partial ones are read, all others give a finding and never a decision.
 */
class OddHeadingsTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());

    @Test
    void partialDecisionsAreReadInEveryLayout() throws IOException {
        var headed = letter("l3b-header-in-pairs");
        for (var words : List.of("Partially Overturned", "Partly Upheld", "Upheld in part", "Overturned in part")) {
            assertTrue(
                    decisions(headed.replaceFirst("Upheld|Overturned", words)).contains("Partly overturned"), words);
        }
        var notice = letter("l1-notice").replace("is notmedically", "is partially medically");
        assertTrue(decisions(notice).contains("Partly overturned"), notice);
        var review =
                letter("l0-professional-review").replace("SERVICE IS NOT MEDICALLY", "SERVICE IS PARTIALLY MEDICALLY");
        assertEquals(List.of("Partly overturned"), decisions(review));
        var listed = letter("l2-documents-listed").replace("WEEKS is medically", "WEEKS is partially medically");
        assertEquals(List.of("Upheld", "Partly overturned"), decisions(listed));
    }

    // would take minutes if each heading looked back over all previous ones
    @Test
    void aLetterThatIsOneRowOfHeadingsIsReadInTime() {
        var heading = "x: Upheld\n\nClaims Administrator guideline: ";
        assertEquals(20_000, decisions(heading.repeat(20_000)).size());
    }

    @Test
    void notmedicallyDenies() throws IOException {
        var notice = letter("l1-notice");
        assertTrue(notice.contains("is notmedically"));
        assertEquals(List.of("Upheld", "Overturned", "Upheld"), decisions(notice));
    }

    @Test
    void aContradictoryHeadingGivesAFindingAndNoIssue() {
        var text = issues(
                "MRI of the left knee: Upheld", "CT scan of the head: Modified", "X-ray of the hand: Overturned");
        assertEquals(List.of("Upheld", "Overturned"), decisions(text));
        assertEquals(
                1, kinds(text).stream().filter(Kind.UNREADABLE_DECISION::equals).count());
        var first = read(text).determination().issues().getFirst();
        assertEquals(
                "Reasons. It is not medically necessary.",
                first.rationale().orElseThrow().value());
    }

    @Test
    void aLostHeadingTakesNothingFromTheRationaleBefore() {
        var text = issues("MRI of the left knee: Upheld", "", "X-ray of the hand: Upheld");
        assertEquals(List.of("Upheld", "Upheld"), decisions(text));
        assertTrue(kinds(text).contains(Kind.UNREADABLE_DECISION));
        var first = read(text).determination().issues().getFirst();
        assertEquals(
                "Reasons. It is not medically necessary.",
                first.rationale().orElseThrow().value());
    }

    @Test
    void aRequestOfANoticeWithoutDecisionTakesNoOthers() throws IOException {
        var whole = letter("l1-notice");
        var text = whole.replaceAll(
                "(?s)(1\\) MAXIMUS.{40,160}?)is not\\s+medically necessary and appropriate", "$1was considered");
        assertEquals(List.of("Overturned", "Upheld"), decisions(text));
        assertTrue(kinds(text).contains(Kind.UNREADABLE_DECISION));
    }

    @Test
    void decisionsAfterADashOnTheirOwnLineOrSplitAreRead() {
        for (var form : List.of(
                "%s \u2013 %s",
                "%s\u2014%s", "%s -- %s", "%s\n\nDecision: %s", "%s\nDecision: %s", "%s\n\nIMR Determination: %s")) {
            var text =
                    issues(form.formatted("MRI of the left knee", "Upheld"), form.formatted("X-ray", "Over-\nturned"));
            assertEquals(List.of("Upheld", "Overturned"), decisions(text), form);
            assertEquals(List.of("MRI of the left knee", "X-ray"), requests(text), form);
            var first = read(text).determination().issues().getFirst();
            assertEquals(
                    "Reasons. It is not medically necessary.",
                    first.rationale().orElseThrow().value());
        }
    }

    @Test
    void sentenceWithUpheldAfterADashIsNotADecision() {
        var text = issues("MRI of the left knee: Upheld")
                .replace("Reasons. ", "The denial of the X-ray \u2013 upheld before - was not disputed. ");
        assertEquals(List.of("MRI of the left knee"), requests(text));
    }

    @Test
    void issueNumbersAndLettersAreNotPartOfTheRequest() {
        for (var numbers : List.of(
                List.of("I. ", "II. ", "III. "),
                List.of("A) ", "B) ", "C) "),
                List.of("Issue #1: ", "Issue #2: ", "Issue #3: "),
                List.of("Item 1 - ", "Item 2 - ", "Item 3 - "))) {
            var text = issues(
                    numbers.get(0) + "MRI: Upheld",
                    numbers.get(1) + "X-ray: Overturned",
                    numbers.get(2) + "CT: Upheld");
            assertEquals(List.of("MRI", "X-ray", "CT"), requests(text), numbers.toString());
        }
        assertEquals(List.of("C. difficile toxin test"), requests(issues("C. difficile toxin test: Upheld")));
    }

    @Test
    void guidelineLinesAreTheReviewersWhateverTheTitle() {
        for (var label : List.of("Expert Reviewer guideline", "IMR guidelines", "Maximus Guideline(s)")) {
            var text = issues("MRI of the left knee: Upheld").replace("MAXIMUS guideline", label);
            var issue = read(text).determination().issues().getFirst();
            assertEquals(1, issue.reviewerGuidelines().citations().size(), label);
            assertEquals(1, issue.administratorGuidelines().citations().size(), label);
        }
    }

    @Test
    void theReasonsOfANoticeAreNotReviewedDocuments() throws IOException {
        var notice = letter("l1-notice");
        assertTrue(notice.contains("Case Summary:"));
        var narrative = read(notice.replace("Case Summary:", "Expert Reviewer Case Summary:"))
                .determination()
                .narrative();
        assertTrue(narrative.clinicalSummary().isPresent());
        var documents = narrative.documentsReviewed().orElseThrow().value();
        assertTrue(!documents.contains("Regarding the request"), documents);
    }

    @Test
    void unknownHeadingsOfSectionsGiveFindings() throws IOException {
        var text = letter("l3b-header-in-pairs")
                .replace("IMR ISSUES, DECISIONS AND RATIONALES", "WHAT WAS DECIDED AND WHY");
        assertEquals(decisions(letter("l3b-header-in-pairs")), decisions(text));
        assertTrue(kinds(text).contains(Kind.UNKNOWN_LAYOUT));
        var review =
                letter("l0-professional-review").replace("RATIONALE FOR WHY THE REQUESTED", "REASONS ON THE REQUESTED");
        assertTrue(parse(review) instanceof Parsed.Unreadable);
    }

    @Test
    void aNameWithNonDeniesNothing() {
        var text = issues("Non-emergency transportation: Overturned")
                .replace("It is not medically", "Thus non-emergency transportation is medically");
        assertTrue(!kinds(text).contains(Kind.DECISION_CONTRADICTED), text);
        assertTrue(kinds(issues("Transportation: Overturned")).contains(Kind.DECISION_CONTRADICTED));
    }

    private static String issues(String... headings) {
        var text = new StringBuilder("IMR ISSUES, DECISIONS AND RATIONALES\n\n");
        for (var heading : headings) {
            text.append(heading)
                    .append("\n\nClaims Administrator guideline: Decision based on MTUS.\n\n")
                    .append("MAXIMUS guideline: Decision based on MTUS.\n\n")
                    .append("Decision rationale: Reasons. It is not medically necessary.\n\n");
        }
        return text.toString();
    }

    private static String letter(String name) throws IOException {
        return Files.readString(GoldenTest.FOLDER.resolve(name).resolve("letter.txt"));
    }

    private static Parsed parse(String text) {
        return PARSER.parse(new Letter("letter.txt", "0", text, false));
    }

    private static Parsed.Read read(String text) {
        return (Parsed.Read) parse(text);
    }

    private static List<String> requests(String text) {
        return read(text).determination().issues().stream()
                .map(i -> i.request().value())
                .toList();
    }

    private static List<String> decisions(String text) {
        return read(text).determination().issues().stream()
                .map(i -> i.decision().value().label())
                .toList();
    }

    private static List<Kind> kinds(String text) {
        return read(text).determination().findings().stream().map(f -> f.kind()).toList();
    }
}
