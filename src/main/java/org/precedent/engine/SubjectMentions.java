package org.precedent.engine;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.TreatmentWords;
import org.precedent.vocabulary.Words;

/**
 * Finds the facet values that the words of a query name: imaging modalities, body regions, a treatment category, and a treatment. Ranking
 * prefers issues with these values to issues that only mention the words.
 */
public final class SubjectMentions {
    /** Total weight of all recognized values, as a fraction of the words' total idf; tuned on the relevance judgments. */
    private static final double TOTAL_WEIGHT = 0.09;

    private SubjectMentions() {}

    /**
     * Finds the values named in a text; empty when there are none.
     *
     * @param text query words in the order typed
     */
    public static SequencedSet<FacetValue> find(FacetPaths paths, String text) {
        var words = Words.of(text);
        var values = new LinkedHashSet<FacetValue>();
        for (var facet : List.of(Facet.MODALITY, Facet.REGION)) {
            paths.vocabulary(facet).orElseThrow().mentions(words).stream()
                    .map(m -> new FacetValue(facet, m.term().label()))
                    .forEach(values::add);
        }
        LetterWords.bundled().treatments().find(words).stream()
                .max(Comparator.comparingInt(TreatmentWords.Hint::strength))
                .map(h -> TreatmentTree.bundled().category(h.term()).label())
                .map(category -> new FacetValue(Facet.TREATMENT, category))
                .ifPresent(values::add);
        values.addAll(namedTreatments(words));
        return values;
    }

    /** The class, drug, service, or device that a text names first; several values if the name occurs more than once in the tree. */
    private static List<FacetValue> namedTreatments(Words words) {
        var named = TreatmentTree.bundled().mentions(words).stream()
                .filter(m -> !m.weak())
                .toList();
        return named.stream()
                .filter(m -> m.span().equals(named.getFirst().span()))
                .map(m -> new FacetValue(Facet.TREATMENT, m.term().label()))
                .toList();
    }

    /**
     * Returns the score boost of each value.
     *
     * @param sumOfIdf sum of the query words' inverse document frequencies
     * @param count number of values that share the total weight
     */
    public static float weight(double sumOfIdf, int count) {
        return (float) (TOTAL_WEIGHT * sumOfIdf / count);
    }
}
