package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Has;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.TreatmentWords;
import org.precedent.vocabulary.Words;

/**
 * Constant scoring clauses for the facet values that a text names when it is read as a request: its regions, its studies, and the
 * treatment its strongest words speak for. They lift issues that are about the subject over those that only mention it.
 */
final class SubjectClauses {
    /** What all clauses of a search weigh together, as a share of the sum of its words' idf; chosen on the judged needs. */
    private static final double SHARE = 0.09;

    private final FacetPaths paths;
    private final QueryTranslator translator;

    SubjectClauses(FacetPaths paths, QueryTranslator translator) {
        this.paths = paths;
        this.translator = translator;
    }

    /**
     * The clauses of a text, none where it names no value.
     *
     * @param text words of a query, in the order typed
     * @param sumOfIdf of those words
     */
    List<Query> of(String text, double sumOfIdf) {
        var values = values(text);
        var clauses = new ArrayList<Query>();
        for (var value : values) {
            float weight = (float) (SHARE * sumOfIdf / values.size());
            clauses.add(new BoostQuery(translator.translate(new Has(value)), weight));
        }
        return clauses;
    }

    private Set<FacetValue> values(String text) {
        var words = Words.of(text);
        var values = new LinkedHashSet<FacetValue>();
        for (var facet : List.of(Facet.MODALITY, Facet.REGION)) {
            paths.vocabulary(facet).orElseThrow().mentions(words).stream()
                    .map(m -> new FacetValue(facet, m.term().label()))
                    .forEach(values::add);
        }
        LetterWords.bundled().treatments().in(words).stream()
                .max(Comparator.comparingInt(TreatmentWords.Hint::strength))
                .map(h -> TreatmentTree.bundled().category(h.term()).label())
                .map(category -> new FacetValue(Facet.TREATMENT, category))
                .ifPresent(values::add);
        return values;
    }
}
