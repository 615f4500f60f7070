package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.precedent.engine.SubjectMentions;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.Query.Has;

/**
 * Constant-score clauses for the facet values recognized in a text: its regions, its studies, and the treatments it implies and names. They
 * rank issues about the subject above those that only mention it.
 */
final class SubjectClauses {
    private final FacetPaths paths;
    private final QueryTranslator translator;

    SubjectClauses(FacetPaths paths, QueryTranslator translator) {
        this.paths = paths;
        this.translator = translator;
    }

    /**
     * Builds the clauses of a text; empty when it names no value.
     *
     * @param text query words in the order typed
     * @param sumOfIdf sum of these words' inverse document frequencies
     */
    List<Query> build(String text, double sumOfIdf) {
        var values = SubjectMentions.find(paths, text);
        var clauses = new ArrayList<Query>();
        for (var value : values) {
            float weight = SubjectMentions.weight(sumOfIdf, values.size());
            clauses.add(new BoostQuery(translator.translate(new Has(value)), weight));
        }
        return clauses;
    }
}
