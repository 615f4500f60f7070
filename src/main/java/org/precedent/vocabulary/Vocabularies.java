package org.precedent.vocabulary;

/**
 * All vocabularies of the product.
 *
 * @param modality imaging modalities
 * @param region body regions
 * @param decision decisions, with the words people use for them
 * @param guideline guideline families and their titles
 * @param specialty reviewer specialties
 * @param treatment the state's treatment categories
 * @param reason grounds on which reviewers decide
 */
public record Vocabularies(
        Vocabulary modality,
        Vocabulary region,
        Vocabulary decision,
        Vocabulary guideline,
        Vocabulary specialty,
        Vocabulary treatment,
        Vocabulary reason) {
    private static final Vocabularies BUNDLED = new Vocabularies(
            VocabularyFile.bundled("modality"),
            VocabularyFile.bundled("region"),
            VocabularyFile.bundled("decision"),
            VocabularyFile.bundled("guideline"),
            VocabularyFile.bundled("specialty"),
            VocabularyFile.bundled("treatment"),
            VocabularyFile.bundled("reason"));

    /**
     * The bundled vocabularies.
     */
    public static Vocabularies bundled() {
        return BUNDLED;
    }
}
