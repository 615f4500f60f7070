package org.precedent.search.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.vocabulary.Vocabularies;

class GuidelineMentionsTest {
    private static final GuidelineMentions MENTIONS =
            new GuidelineMentions(Vocabularies.bundled().guideline());

    @Test
    void recognizesSectionsOfTheRegulationByNumber() {
        var cited = new GuidelineMentions(Vocabularies.bundled().guideline())
                .find("8 CCR section 9792.23.5; Cal. Code Regs., tit. 8, section 9792.24.4", value -> 0);
        assertEquals(
                List.of("MTUS Low Back Complaints", "MTUS Opioids Treatment"),
                cited.stream().map(c -> c.value().orElse("")).toList());
    }

    @Test
    void sectionsThatAreNotKnownStayWithTheirCode() {
        var text = "As 8 CCR 9792.20 says, and 8 CCR section 9785.5, of 2016.";
        assertEquals(
                List.of("8 CCR 9792.20", "8 CCR section 9785.5"),
                MENTIONS.find(text, value -> 0).stream()
                        .map(c -> c.span().slice(text))
                        .toList());
    }

    @Test
    void chaptersOfTheAdoptedEditionAreTheRegulations() {
        assertEquals(
                List.of("MTUS Low Back Complaints", "MTUS Knee Complaints", "ACOEM Low Back Disorders"),
                values("ACOEM Chapter 12; ACOEM 2nd Edition, Chapter 13; ACOEM Low Back Disorders"));
    }

    @Test
    void familiesAreFollowedByTheirTitles() {
        assertEquals(
                List.of("MTUS Low Back Complaints", "ODG Low Back", "MTUS Knee Complaints"),
                values("The reviewer cites MTUS, ACOEM Chapter 12 Low Back Complaints, page 303. The ODG, Low Back"
                        + " Chapter, agrees. See also Knee\nComplaints of 2004, under the MTUS Knee Complaints."));
        assertEquals(
                List.of("ODG Low Back", "ODG Pain", "MTUS Acupuncture Treatment", "ACR"),
                values("Official Disability Guidelines (ODG), Low Back Chapter; ODG pain chapter; MTUS acupuncture"
                        + " guidelines. The ACR Appropriateness Criteria."));
    }

    @Test
    void familiesAloneAreFamilies() {
        assertEquals(List.of("MTUS"), values("The MTUS is silent."));
        assertEquals(List.of("MTUS", "ODG"), values("The MTUS Guidelines say so. ODG for low back pain is silent."));
    }

    @Test
    void longCapitalizedTitlesAreCitedWithoutTheirFamily() {
        assertEquals(List.of("MTUS Low Back Complaints"), values("Under Low Back Complaints 2004 nothing is needed."));
        assertEquals(List.of("Other AAOS"), values("As the American Academy of Orthopaedic Surgeons has it."));
        assertEquals(
                List.of(),
                values(
                        "The patient has neck and upper back pain, low back disorders and an eye disorder; up to date."));
    }

    @Test
    void guidelinesOutsideTheVocabularyAreUnknown() {
        assertEquals(List.of("unknown ODG Spleen Chapter"), values("The ODG Spleen Chapter says so."));
        assertEquals(
                List.of("unknown Federal Sentencing Guidelines", "unknown Handbook of Spine Practice Guidelines"),
                values("The Federal Sentencing Guidelines, and the Handbook of Spine Practice Guidelines."));
        assertEquals(List.of(), values("These Guidelines, The Guidelines, and guidelines of any kind."));
    }

    @Test
    void everyTitleIsFoundAfterItsFamily() {
        for (var term : Vocabularies.bundled().guideline().terms()) {
            if (!term.label().startsWith("Other")) {
                assertEquals(List.of(term.label()), values("See " + term.label() + " (2017)."), term.label());
            }
        }
    }

    @Test
    void longRowsOfPrefixesAreFast() {
        assertEquals(List.of(), values("A-".repeat(50_000)));
        assertEquals(List.of(), values("Aa ".repeat(30_000)));
        assertEquals(
                List.of("ODG"),
                values("ODG. ".repeat(20_000)).stream().distinct().toList());
    }

    private static List<String> values(String text) {
        return MENTIONS.find(text, value -> value.startsWith("MTUS") ? 1 : 0).stream()
                .map(c -> c.value().orElseGet(() -> "unknown " + c.span().slice(text)))
                .toList();
    }
}
