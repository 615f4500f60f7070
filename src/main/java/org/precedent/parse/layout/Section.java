package org.precedent.parse.layout;

import java.util.List;

/**
 * Sections of a determination, with the headings that introduce them.
 */
public enum Section {
    /** How the determination was made, with the reviewer's credentials. */
    REVIEWER("HOW THE IMR FINAL DETERMINATION WAS MADE"),
    DOCUMENTS("DOCUMENTS REVIEWED FOR DETERMINATION", "DOCUMENTS REVIEWED"),
    SUMMARY("CLINICAL CASE SUMMARY", "EXPERT REVIEWER CASE SUMMARY", "CASE SUMMARY"),
    /** Issues with labeled lines, used since about 2014. */
    ISSUES(
            "IMR ISSUES, DECISIONS AND RATIONALES",
            "IMR ISSUES, DECISIONS, AND RATIONALES",
            "IMR ISSUES DECISIONS AND RATIONALES"),
    /** Issues of determinations that list the documents reviewed. */
    DECISIONS("IMR DECISION(S) AND RATIONALE(S)", "IMR DECISIONS AND RATIONALES"),
    /** Issues of a 2013 notice. */
    NOTICE("INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
    /** Disputed items of a professional review of early 2013. */
    DISPUTE("ISSUE AT DISPUTE", "ISSUES AT DISPUTE", "ISSUE(S) AT DISPUTE"),
    AUTHORITY(
            "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY",
            "MEDICAL TREATMENT GUIDELINES RELIED UPON BY PROFESSIONAL REVIEWER AND WHY"),
    REASONS("RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE"),
    QUALIFICATIONS("MEDICAL QUALIFICATIONS OF THE EXPERT REVIEWER", "MEDICAL REVIEWER QUALIFICATIONS");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> headings;

    Section(String... headings) {
        this.headings = List.of(headings);
    }

    /**
     * Returns the headings in capitals, longest first.
     */
    List<String> headings() {
        return headings;
    }
}
