package org.precedent.search.interpret;

import org.precedent.search.facet.FacetPaths;
import org.precedent.vocabulary.Vocabularies;

/**
 * Data for recognizing facet values in queries, loaded once.
 *
 * @param names forms of the vocabularies and what they mean in a query
 * @param functionWords words without a meaning of their own
 * @param contextWords words that introduce circumstances
 * @param scheduleWords words for frequency and duration
 * @param paths the trees of the facets
 */
record RecognitionData(
        FacetNames names,
        FunctionWords functionWords,
        ContextWords contextWords,
        ScheduleWords scheduleWords,
        FacetPaths paths) {
    static RecognitionData of(Vocabularies vocabularies) {
        return new RecognitionData(
                new FacetNames(vocabularies),
                FunctionWords.bundled(),
                new ContextWords(),
                new ScheduleWords(),
                new FacetPaths(vocabularies));
    }
}
