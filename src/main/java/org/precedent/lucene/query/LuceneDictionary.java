package org.precedent.lucene.query;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precedent.engine.TermDictionary;
import org.precedent.lucene.facet.FacetCounter;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.text.IndexTerms;
import org.precedent.vocabulary.EditDistance;

/**
 * The term dictionary of one snapshot.
 */
public final class LuceneDictionary implements TermDictionary {
    private static final int MAX_EXAMINED = 500;

    /** Terms are sorted by stem, and a word normally shares at least this many leading characters with its stem. */
    private static final int STEM = 3;

    private final IndexSchema schema;
    private final IndexSnapshot view;

    public LuceneDictionary(IndexSchema schema, IndexSnapshot view) {
        this.schema = schema;
        this.view = view;
    }

    /** A new lookup, with a new deadline, for each call, since a dictionary lives as long as its snapshot. */
    private TermLookup terms() {
        return new TermLookup(view);
    }

    @Override
    public long frequency(String stem) {
        return terms().frequency(IndexField.ALL, stem);
    }

    @Override
    public Map<String, Long> startingWith(String start) {
        var counts = new HashMap<String, Long>();
        var terms = terms();
        for (var field : List.of(IndexField.REQUEST, IndexField.RATIONALE)) {
            terms.terms(field, start.substring(0, STEM), t -> IndexTerms.form(t).startsWith(start), MAX_EXAMINED)
                    .forEach(t -> counts.merge(IndexTerms.form(t), terms.frequency(field, t), Long::sum));
        }
        return counts;
    }

    @Override
    public Map<String, Long> withinEdits(String word, int edits) {
        var found = new HashMap<String, Long>();
        var terms = terms();
        var near = new NearForms(word, edits);
        for (var field : List.of(IndexField.REQUEST, IndexField.RATIONALE, IndexField.SUMMARY)) {
            terms.terms(
                            field,
                            word.substring(0, 1),
                            near,
                            t -> EditDistance.upTo(edits, word, IndexTerms.form(t)) <= edits,
                            TermLookup.EXPANSIONS)
                    .forEach(t -> found.merge(IndexTerms.form(t), terms.frequency(field, t), Long::sum));
        }
        return found;
    }

    @Override
    public Map<String, Long> caseNumbersStartingWith(String start, int limit) {
        var found = new LinkedHashMap<String, Long>();
        var terms = terms();
        terms.terms(IndexField.CASE, start, t -> true, limit)
                .forEach(c -> found.put(c, terms.frequency(IndexField.CASE, c)));
        return found;
    }

    @Override
    public Map<String, Long> requestsStartingWith(String start) {
        var printed = new HashMap<String, String>();
        var found = new LinkedHashMap<String, Long>();
        var terms = terms();
        for (var term : terms.terms(IndexField.TITLE, start, t -> true, MAX_EXAMINED)) {
            int at = term.indexOf(IndexTerms.FORM);
            var shown = printed.computeIfAbsent(term.substring(0, at), t -> term.substring(at + 1));
            found.merge(shown, terms.frequency(IndexField.TITLE, term), Long::max);
        }
        return found;
    }

    @Override
    public List<FacetCount> values(Facet facet) {
        return new FacetCounter(schema.paths())
                .count(List.of(facet), new Base.Issues(view.issues()))
                .getOrDefault(facet, List.of());
    }
}
