package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.precedent.determination.Issue;
import org.precedent.engine.IssueSimilarity;
import org.precedent.engine.IssueSimilarity.Candidate;
import org.precedent.engine.IssueSimilarity.DistinctiveTerm;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.lucene.store.StoredCardReader;
import org.precedent.lucene.store.StoredLetterLookup;
import org.precedent.search.SimilarIssue;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Has;

/**
 * Finds issues of other determinations about the same dispute, by {@link IssueSimilarity}.
 */
public final class SimilarIssueFinder {
    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final StoredCardReader cards;

    private SimilarIssueFinder(IndexSchema schema, IndexSnapshot view) {
        this.schema = schema;
        this.view = view;
        this.cards = new StoredCardReader(view.reader());
    }

    /**
     * Returns similar issues in two groups, decided differently and decided the same way; see {@link IssueSimilarity#choose}.
     *
     * @param number one-based number of the issue
     * @param limit maximum number returned
     */
    public static List<SimilarIssue> find(IndexSchema schema, IndexSnapshot view, String id, int number, int limit) {
        var finder = new SimilarIssueFinder(schema, view);
        return StoredLetterLookup.findById(view.reader(), id)
                .map(at -> finder.cards.determination(at.segment(), at.doc()).issues())
                .filter(issues -> number >= 1 && number <= issues.size())
                .map(issues -> finder.find(id, issues.get(number - 1), limit))
                .orElse(List.of());
    }

    private List<SimilarIssue> find(String id, Issue issue, int limit) {
        var likeness = new IssueSimilarity(schema.analysis(), issue);
        if (likeness.required().isEmpty()) {
            return List.of();
        }
        var dictionary = new TermLookup(view);
        var distinctive = likeness.distinctiveTerms(
                stem -> dictionary.frequency(IndexField.ALL, stem),
                view.issues().total().issues());
        var query = query(id, likeness, distinctive);
        var decided = new QueryTranslator(schema, view, false)
                .translate(new Has(
                        new FacetValue(Facet.DECISION, issue.decision().value().label())));
        return likeness.choose(
                candidates(query, decided, Occur.MUST_NOT, limit),
                candidates(query, decided, Occur.FILTER, limit),
                limit,
                distinctive);
    }

    private static Query query(String id, IssueSimilarity likeness, List<DistinctiveTerm> distinctive) {
        var query = new BooleanQuery.Builder()
                .add(anyOf(likeness.required()), Occur.FILTER)
                .add(new TermQuery(new Term(IndexField.LETTER.key(), id)), Occur.MUST_NOT);
        likeness.clauses().forEach(c -> query.add(boosted(anyOf(c.terms()), c.boost()), Occur.SHOULD));
        var boosts = IssueSimilarity.boosts(distinctive);
        boosts.forEach((stem, boost) ->
                query.add(boosted(new TermQuery(new Term(IndexField.ALL.key(), stem)), boost), Occur.SHOULD));
        return query.build();
    }

    /** Matches issues with any of these subject terms. */
    private static Query anyOf(List<String> terms) {
        var any = new BooleanQuery.Builder();
        terms.forEach(t -> any.add(new TermQuery(new Term(IndexField.SUBJECT.key(), t)), Occur.SHOULD));
        return any.build();
    }

    private List<Candidate> candidates(Query query, Query decided, Occur occur, int limit) {
        var grouped = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(decided, occur)
                .build();
        var found = new ArrayList<Candidate>();
        for (var hit : view.search(grouped, limit)) {
            int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
            int doc = hit.doc - view.leaves().get(segment).docBase;
            var columns = view.segments().get(segment);
            int letter = columns.letterOf(doc);
            found.add(Candidate.of(hit.score, cards.determination(segment, letter), doc - columns.firstOf(letter) + 1));
        }
        return found;
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }
}
