package org.precedent.vocabulary;

/**
 * All vocabularies of the parser, loaded once.
 *
 * @param facets the vocabularies of the facets
 * @param words the other vocabularies of the parser
 * @param families families of guidelines
 * @param schedule titles of the Medical Treatment Utilization Schedule
 * @param chapters chapters of the Official Disability Guidelines
 * @param college titles of the American College of Occupational and Environmental Medicine
 * @param works works outside the known families
 */
public record Lexicon(
        Vocabularies facets,
        LetterWords words,
        Vocabulary families,
        Vocabulary schedule,
        Vocabulary chapters,
        Vocabulary college,
        Vocabulary works) {
    public static final String SCHEDULE = "MTUS";
    public static final String GUIDES = "ODG";
    public static final String COLLEGE = "ACOEM";
    public static final String OTHER = "Other";

    public static Lexicon of(Vocabularies facets) {
        var guideline = facets.guideline();
        return new Lexicon(
                facets,
                LetterWords.bundled(),
                guideline.topLevel(),
                guideline.subtree(SCHEDULE),
                guideline.subtree(GUIDES),
                guideline.subtree(COLLEGE),
                guideline.subtree(OTHER));
    }
}
