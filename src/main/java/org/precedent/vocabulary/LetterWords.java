package org.precedent.vocabulary;

/**
 * Vocabularies of the parser other than those of the facets.
 *
 * @param state states of licensure
 * @param laterality sides of the body; a weak mention counts only directly before a region
 * @param modalityPair pairs of modalities, joined by {@code +}, that a single study combines; its name is the only synonym
 * @param cue words that indicate what kind of thing is requested, such as sessions
 * @param tree treatments and the items a request can name
 * @param treatments words that indicate the treatment subcategory
 */
public record LetterWords(
        Vocabulary state,
        Vocabulary laterality,
        Vocabulary modalityPair,
        Vocabulary cue,
        TreatmentTree tree,
        TreatmentWords treatments) {
    private static final LetterWords BUNDLED = new LetterWords(
            VocabularyFile.bundled("state"),
            VocabularyFile.bundled("laterality"),
            VocabularyFile.bundled("modality-pair"),
            VocabularyFile.bundled("cue"),
            TreatmentTree.bundled(),
            TreatmentWords.bundled(
                    TreatmentTree.bundled(), Vocabularies.bundled().modality()));

    /**
     * The bundled vocabularies.
     */
    public static LetterWords bundled() {
        return BUNDLED;
    }
}
