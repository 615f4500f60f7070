package org.precedent.parse.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Citation;
import org.precedent.determination.Dates;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.determination.Determination.CaseHeader;
import org.precedent.determination.Finding;
import org.precedent.determination.Finding.Kind;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.determination.Narrative;
import org.precedent.determination.Origin;
import org.precedent.determination.Reviewer;
import org.precedent.determination.Span;
import org.precedent.determination.Subject;
import org.precedent.parse.signal.SignalFinder.RecordsList;
import org.precedent.vocabulary.SignalRules;
import org.precedent.vocabulary.Vocabularies;

/**
 * Seeded mismatches are found, and consistent determinations have none.
 */
class SignalFinderTest {
    private static final SignalFinder FINDER = new SignalFinder(Vocabularies.bundled(), SignalRules.bundled());
    private static final LocalDate DECIDED = LocalDate.of(2017, 2, 1);

    @Test
    void aRationaleOnAnotherRegionIsAPointToCheck() {
        var found = find(issue(
                "MRI of the knee",
                "MRI",
                "Knee",
                "There are no red flags in the cervical spine.",
                "ODG Knee and Leg",
                ""));
        assertEquals(List.of(Kind.RATIONALE_ON_OTHER_REGION), kinds(found));
        assertEquals(
                "issue 1: check: the request is for Knee, the rationale discusses Cervical spine",
                found.getFirst().message());
    }

    @Test
    void aChapterThatCoversTheRegionIsNotReported() {
        assertEquals(
                List.of(),
                kinds(find(issue("MRI of the thoracic spine", "MRI", "Thoracic spine", "", "ODG Low Back", ""))));
    }

    @Test
    void recordsNamedOnlyByDateRangesAreReported() {
        var rules = SignalRules.bundled();
        assertTrue(RecordsList.isOnlyDateRanges(
                "Provider A, 01/02/2013 - 03/04/2013\nProvider B 1/5/12 to 6/7/13", rules));
        assertFalse(RecordsList.isOnlyDateRanges("MRI report of the knee, 01/02/2013 - 03/04/2013", rules));
        assertFalse(RecordsList.isOnlyDateRanges("Provider A, 01/02/2013", rules));
        assertFalse(RecordsList.isOnlyDateRanges("", rules));
    }

    @Test
    void aRegionWithinTheRequestedOneIsNotReported() {
        assertEquals(
                List.of(),
                kinds(find(issue(
                        "MRI of the lumbar spine",
                        "MRI",
                        "Lumbar spine",
                        "No deficit at L5-S1 in the legs.",
                        "ODG Low Back",
                        ""))));
    }

    @Test
    void aRationaleOnAnotherStudyIsAPointToCheck() {
        assertEquals(
                List.of(Kind.RATIONALE_ON_OTHER_MODALITY),
                kinds(find(issue(
                        "X-ray of the knee",
                        "X-ray",
                        "Knee",
                        "An MRI of the knee is not warranted.",
                        "ODG Knee and Leg",
                        ""))));
        assertEquals(
                List.of(),
                kinds(find(issue(
                        "X-ray of the knee",
                        "X-ray",
                        "Knee",
                        "Imaging of the knee is not warranted.",
                        "ODG Knee and Leg",
                        ""))));
    }

    @Test
    void anEarlierStudyInARationaleOnImagingIsNotReported() {
        assertEquals(
                List.of(),
                kinds(find(issue(
                        "MRI of the knee",
                        "MRI",
                        "Knee",
                        "An earlier x-ray was normal. Imaging of the knee is not warranted.",
                        "ODG Knee and Leg",
                        ""))));
        assertEquals(
                List.of(Kind.RATIONALE_ON_OTHER_MODALITY),
                kinds(find(issue(
                        "MRI of the knee",
                        "MRI",
                        "Knee",
                        "Imaging is limited to red flags. An x-ray of the knee is not warranted. The x-ray is denied.",
                        "ODG Knee and Leg",
                        ""))));
    }

    @Test
    void aChapterWithASectionForEveryOperationIsNotReported() {
        for (var request : List.of("Pre-op chest x-ray", "Preoperative chest x-ray")) {
            assertEquals(List.of(), kinds(find(issue(request, "X-ray", "Chest", "", "ODG Low Back", ""))), request);
        }
        assertEquals(
                List.of(Kind.GUIDELINE_OF_OTHER_REGION),
                kinds(find(issue("Chest x-ray", "X-ray", "Chest", "", "ODG Low Back", ""))));
        assertEquals(
                List.of(Kind.GUIDELINE_OF_OTHER_REGION),
                kinds(find(issue("Pre-op chest x-ray", "X-ray", "Chest", "", "ODG Neck and Upper Back", ""))));
    }

    @Test
    void aGuidelineOfAnotherRegionIsAPointToCheck() {
        assertEquals(
                List.of(Kind.GUIDELINE_OF_OTHER_REGION),
                kinds(find(issue(
                        "MRI of the knee", "MRI", "Knee", "The knee is stable.", "MTUS Shoulder Complaints", "2004"))));
        assertEquals(
                List.of(), kinds(find(issue("MRI of the knee", "MRI", "Knee", "The knee is stable.", "ODG Pain", ""))));
    }

    @Test
    void anEditionIsReplacedFromTheDayOfTheNewerOn() {
        var issue = issue("Drug 5 mg", "", "", "No benefit.", "MTUS Chronic Pain Medical Treatment", "2009");
        assertEquals(List.of(Kind.REPLACED_EDITION), kinds(find(issue, LocalDate.of(2016, 7, 28), "Pain Management")));
        assertEquals(List.of(), kinds(find(issue, LocalDate.of(2016, 7, 27), "Pain Management")));
    }

    @Test
    void aServiceAfterTheDecisionIsAPointToCheck() {
        assertEquals(
                List.of(Kind.SERVICE_AFTER_DECISION),
                kinds(find(issue("Drug 5 mg DOS 02/02/2017", "", "", "No benefit.", "ODG Pain", ""))));
        assertEquals(List.of(), kinds(find(issue("Drug 5 mg DOS 02/01/2017", "", "", "No benefit.", "ODG Pain", ""))));
    }

    @Test
    void aLimitedLicenseFarFromTheTreatmentIsAPointToCheck() {
        var issue = issue("Surgery", "", "", "No benefit.", "ODG Pain", "");
        assertEquals(List.of(Kind.SPECIALTY_FAR_FROM_TREATMENT), kinds(find(issue, DECIDED, "Chiropractic")));
        assertEquals(List.of(), kinds(find(issue, DECIDED, "Chiropractic", "Orthopedic Surgery")));
        assertEquals(List.of(), kinds(find(issue, DECIDED)));
    }

    @Test
    void everyRuleNamesWhatTheVocabulariesKnow() {
        var vocabularies = Vocabularies.bundled();
        SignalRules.bundled()
                .guidelines()
                .forEach(g -> assertTrue(vocabularies.guideline().findByLabel(g).isPresent(), g));
        SignalRules.bundled()
                .specialties()
                .forEach(s -> assertTrue(vocabularies.specialty().findByLabel(s).isPresent(), s));
        SignalRules.bundled()
                .treatments()
                .forEach(t -> assertTrue(vocabularies.treatment().findByLabel(t).isPresent(), t));
    }

    private static List<Finding> find(Issue issue) {
        return find(issue, DECIDED, "Pain Management");
    }

    private static List<Finding> find(Issue issue, LocalDate decided, String... specialties) {
        return FINDER.find(new Determination(
                "CM17-9900001",
                new Origin("letter.pdf", "0".repeat(64), Layout.L3B, false, true, "text"),
                new CaseHeader(
                        Optional.empty(),
                        new Dates(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(located(decided)),
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty()),
                new Reviewer(
                        Stream.of(specialties).map(SignalFinderTest::located).toList(), List.of()),
                Narrative.NONE,
                List.of(issue),
                List.of()));
    }

    private static Issue issue(
            String request, String modality, String region, String rationale, String guideline, String edition) {
        int space = guideline.indexOf(' ');
        var citation = new Citation(
                guideline.substring(0, space),
                Optional.of(guideline.substring(space + 1)),
                some(edition),
                Optional.empty(),
                Optional.empty(),
                located(guideline));
        return new Issue(
                1,
                located(request),
                located(Decision.UPHELD),
                new Subject(
                        some(modality).map(SignalFinderTest::located).stream().toList(),
                        some(region).map(SignalFinderTest::located).stream().toList(),
                        Optional.empty(),
                        Optional.of(located(request.equals("Surgery") ? "Surgery" : "Diagnostic Testing")),
                        Optional.empty(),
                        List.of()),
                new GuidelineLine(Optional.empty(), List.of(citation)),
                new GuidelineLine(Optional.empty(), List.of()),
                Optional.of(located(rationale)));
    }

    private static List<Kind> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, new Span(0, 4));
    }
}
