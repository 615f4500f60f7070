package org.precedent.determination;

import java.util.Optional;

/**
 * Introductory part of a determination: the patient, the clinical summary and the documents reviewed.
 *
 * @param age the patient's age in years, as stated
 * @param sex {@code male} or {@code female}, as stated
 * @param clinicalSummary the clinical case summary, without its standard opening sentence
 * @param documentsReviewed the list of records, which only determinations of 2013 and 2014 contain
 */
public record Narrative(
        Optional<Located<Integer>> age,
        Optional<Located<String>> sex,
        Optional<Located<String>> clinicalSummary,
        Optional<Located<String>> documentsReviewed) {
    /**
     * An empty narrative.
     */
    public static final Narrative NONE =
            new Narrative(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
