package org.precedent.parse.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.vocabulary.ReasonCues;

/**
 * Which words state a reason, and which only resemble one.
 */
class ReasonReaderTest {
    private static final ReasonReader READER = new ReasonReader(ReasonCues.bundled());

    @Test
    void aLackInTheRecordsIsAReason() {
        assertEquals(
                List.of("findings-absent", "conservative-care-not-shown"),
                upheld(
                        "MRI of the knee",
                        "There is no documentation of instability. The records do not show that conservative treatment was tried."));
    }

    @Test
    void aLackInAQuotedGuidelineIsNotAReason() {
        assertEquals(
                List.of("conservative-care-not-shown"),
                upheld(
                        "X-ray of the lumbar spine",
                        "The guidelines do not recommend routine films in patients without red flags. In this case, there is no "
                                + "documentation of a trial of conservative care."));
    }

    @Test
    void denialsMayHaveWordsBetween() {
        assertEquals(
                List.of("findings-absent"),
                upheld("MRI of the knee", "The examiner does not in so many words describe an effusion."));
        assertEquals(List.of("findings-absent"), upheld("MRI of the knee", "The chart is silent on instability."));
    }

    @Test
    void denialsDoNotReachAcrossAClause() {
        assertEquals(
                List.of(),
                upheld("MRI of the knee", "The examiner does not doubt the account, but describes an effusion."));
    }

    @Test
    void verbsCountInAllTheirForms() {
        for (var form : List.of("outline", "outlines", "outlined", "outlining")) {
            assertEquals(
                    List.of("findings-absent"),
                    upheld("MRI of the knee", "The provider has failed to " + form + " any instability."),
                    form);
        }
        for (var form : List.of("specifies", "specified", "specifying")) {
            assertEquals(
                    List.of("request-incomplete"),
                    upheld("Physical therapy", "The request never " + form + " the frequency."),
                    form);
        }
    }

    @Test
    void aConcludingSentenceIsNotAGround() {
        assertEquals(
                List.of("findings-absent"),
                upheld(
                        "MRI of the knee",
                        "There is no documentation of instability. Therefore, the request for an MRI is not supported."));
    }

    @Test
    void whatIsPresentIsNotAReasonAgainst() {
        assertEquals(
                List.of("request-incomplete"),
                upheld(
                        "Physical therapy",
                        "The patient has neurological deficits and has failed conservative care. The request does not specify the body part."));
    }

    @Test
    void reasonExplainsTheDecisionOfItsIssue() {
        var rationale = "The patient has failed physical therapy. The request meets guideline criteria.";
        assertEquals(
                List.of("conservative-care-failed", "criteria-met"),
                codes("MRI of the knee", rationale, Decision.OVERTURNED));
        assertEquals(List.of(), upheld("MRI of the knee", rationale));
    }

    @Test
    void aPartlyOverturnedDecisionTakesReasonsOfBothKinds() {
        assertEquals(
                List.of("benefit-shown", "exceeds-guideline"),
                codes(
                        "Physical therapy, 24 visits",
                        "The patient reports functional improvement with prior therapy. However, 24 visits exceed the guideline recommendation.",
                        Decision.PARTLY_OVERTURNED));
    }

    @Test
    void theEvidenceIsTheSentenceThatGivesIt() {
        var rationale =
                "The patient has pain. There is no evidence of functional improvement. The request is not medically necessary.";
        var found = READER.read(rationale, "Drug 5 mg", Decision.UPHELD).getFirst();
        assertEquals("no-benefit-shown", found.reason().id());
        assertEquals(
                "There is no evidence of functional improvement.", rationale.substring(found.start(), found.end()));
    }

    @Test
    void aRationaleWithoutContentGivesNoReasons() {
        assertEquals(List.of(), upheld("Drug 5 mg", "The request is not medically necessary."));
        assertEquals(List.of(), upheld("", ""));
    }

    private static List<String> upheld(String request, String rationale) {
        return codes(request, rationale, Decision.UPHELD);
    }

    private static List<String> codes(String request, String rationale, Decision decision) {
        return READER.read(rationale, request, decision).stream()
                .map(m -> m.reason().id())
                .toList();
    }
}
