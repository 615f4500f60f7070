package org.precedent.parse.layout;

import java.util.List;

/**
 * A section of a determination, by the headings that begin it.
 */
public enum Section {
    /** Who decided. */
    REVIEWER("HOW THE IMR FINAL DETERMINATION WAS MADE"),
    DOCUMENTS("DOCUMENTS REVIEWED FOR DETERMINATION", "DOCUMENTS REVIEWED"),
    SUMMARY("CLINICAL CASE SUMMARY", "EXPERT REVIEWER CASE SUMMARY", "CASE SUMMARY"),
    /** Issues with labeled lines, since about 2014. */
    ISSUES(
            "IMR ISSUES, DECISIONS AND RATIONALES",
            "IMR ISSUES, DECISIONS, AND RATIONALES",
            "IMR ISSUES DECISIONS AND RATIONALES"),
    /** Issues of letters that list documents. */
    DECISIONS("IMR DECISION(S) AND RATIONALE(S)", "IMR DECISIONS AND RATIONALES"),
    /** Issues of a notice of 2013. */
    NOTICE("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
    /** What is requested, in a professional review of early 2013. */
    DISPUTE("ISSUE AT DISPUTE", "ISSUES AT DISPUTE", "ISSUE(S) AT DISPUTE"),
    AUTHORITY(
            "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY",
            "MEDICAL TREATMENT GUIDELINES RELIED UPON BY PROFESSIONAL REVIEWER AND WHY"),
    REASONS("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE"),
    QUALIFICATIONS("MEDICAL QUALIFICATIONS OF THE EXPERT REVIEWER", "MEDICAL REVIEWER QUALIFICATIONS");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> headings;

    Section(String... headings) {
        this.headings = List.of(headings);
    }

    /**
     * Headings in capitals, the longest first.
     */
    List<String> headings() {
        return headings;
    }
}
