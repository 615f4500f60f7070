package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.precedent.engine.RelatedRule;
import org.precedent.highlight.PlainWords;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.query.PageEntries.Entry;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.Search;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.QueryTraits;
import org.precedent.text.StopWords;

/**
 * Finds related issues for a search with few results. The query words and the study, region, and treatment in the search only affect
 * ranking; all other constraints must be met.
 */
public final class RelatedIssues {
    /** Extra issues fetched, because ties at the end of the list are broken by the sort order, not by position in the index. */
    private static final int EXTRA_FOR_TIES = 20;

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final Search search;
    private final QueryTranslator translator;
    private final List<org.precedent.search.query.Query> parts;
    private final RelatedRule rule;

    public RelatedIssues(IndexSchema schema, IndexSnapshot view, Search search) {
        this.schema = schema;
        this.view = view;
        this.search = search;
        this.translator = new QueryTranslator(schema, view, false);
        this.parts = QueryTraits.conjuncts(search.query());
        this.rule = new RelatedRule(search);
    }

    /** Returns related issues, best first; empty when the result is not short or another page is requested. */
    public List<Entry> find(ResultSet result) {
        if (!rule.appliesTo(result.hits().total().issues())) {
            return List.of();
        }
        var clauses = clauses();
        if (clauses.isEmpty()) {
            return List.of();
        }
        var any = new BooleanQuery.Builder();
        clauses.forEach(clause -> any.add(clause, Occur.SHOULD));
        var others =
                new SearchExecutor(schema, view, rule.required()).run().hits().andNot(result.hits());
        var query = new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(BitsQuery.of(others), Occur.FILTER)
                .build();
        return entries(result, query);
    }

    private List<Entry> entries(ResultSet result, Query query) {
        var order = new LetterOrder(view, result, search.sort());
        var docs = view.search(query, RelatedRule.MAX_ISSUES + EXTRA_FOR_TIES);
        return Stream.of(docs)
                .filter(hit -> hit.score >= RelatedRule.MIN_SCORE_FRACTION * docs[0].score)
                .map(hit -> new Scored(hit.score, entry(order, hit)))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(near -> near.entry.letter(), order.comparator())
                        .thenComparing(near -> near.entry.docs().getFirst()))
                .limit(RelatedRule.MAX_ISSUES)
                .map(Scored::entry)
                .toList();
    }

    private record Scored(double score, Entry entry) {}

    private Entry entry(LetterOrder order, ScoreDoc hit) {
        int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
        int doc = hit.doc - view.leaves().get(segment).docBase;
        int letter = view.segments().get(segment).letterOf(doc);
        return new Entry(order.ranked(segment, letter, hit.score), List.of(doc), 0);
    }

    private List<Query> clauses() {
        var clauses = new ArrayList<Query>();
        if (search.plain()) {
            var words = StopWords.remove(QueryTraits.words(parts).toList());
            var wide = PlainWords.expand(schema.analysis(), words).stream()
                    .filter(w -> !w.sequences().isEmpty())
                    .toList();
            wide.forEach(w -> clauses.add(translator.issueWord(w.sequences())));
            new NeighborClauses(schema.analysis(), translator).build(wide).forEach(clauses::add);
        } else {
            var ranking = new Ranking(translator, false);
            parts.forEach(part -> ranking.clauses(part).forEach(clauses::add));
        }
        rule.subject().forEach(value -> clauses.add(new BoostQuery(translator.translate(new Has(value)), idf(value))));
        return clauses;
    }

    /** A value gets the weight of a word that occurs in the same number of issues. */
    private float idf(FacetValue value) {
        double all = view.issues().total().issues();
        double with =
                view.matching(translator.translate(new Has(value))).total().issues();
        return (float) Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }
}
