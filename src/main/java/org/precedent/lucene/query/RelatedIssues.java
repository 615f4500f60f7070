package org.precedent.lucene.query;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.precedent.highlight.PlainWords;
import org.precedent.lucene.facet.ResultSet;
import org.precedent.lucene.query.PageEntries.Entry;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.MatchOptions;
import org.precedent.search.Search;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryTraits;
import org.precedent.text.StopWords;

/**
 * Finds issues that nearly match a search whose result is short. Its words and what it says of the dispute (study, region, treatment)
 * only rank here; everything else it requires or excludes still holds.
 */
public final class RelatedIssues {
    private static final int MOST = 20;

    /** So many more are looked at, for of equals at the end the order decides, not the place in the index. */
    private static final int TIED = 20;

    /** Issues with less than this share of the best score are not near. */
    private static final double NEAR = 0.3;

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final Search search;
    private final QueryTranslator translator;
    private final List<org.precedent.search.query.Query> parts;

    public RelatedIssues(IndexSchema schema, IndexSnapshot view, Search search) {
        this.schema = schema;
        this.view = view;
        this.search = search;
        this.translator = new QueryTranslator(schema, view, false);
        this.parts = QueryTraits.conjuncts(search.query());
    }

    /** The issues, best first; none where the result is not short, or this is not its first page. */
    public List<Entry> of(ResultSet result) {
        boolean isFirst =
                search.paging().number() == 1 && search.paging().after().isEmpty();
        if (!isFirst || result.hits().total().issues() >= WideningRule.ENOUGH) {
            return List.of();
        }
        var clauses = clauses();
        if (clauses.isEmpty()) {
            return List.of();
        }
        var any = new BooleanQuery.Builder();
        clauses.forEach(clause -> any.add(clause, Occur.SHOULD));
        var others = new SearchExecutor(schema, view, kept()).run().hits().andNot(result.hits());
        var query = new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(BitsQuery.of(others), Occur.FILTER)
                .build();
        return entries(result, query);
    }

    private List<Entry> entries(ResultSet result, Query query) {
        try {
            var order = new LetterOrder(view, result, search.sort());
            var docs = view.searcher().search(query, MOST + TIED).scoreDocs;
            return Stream.of(docs)
                    .filter(hit -> hit.score >= NEAR * docs[0].score)
                    .map(hit -> new Scored(hit.score, entry(order, hit)))
                    .sorted(Comparator.comparingDouble(Scored::score)
                            .reversed()
                            .thenComparing(near -> near.entry.letter(), order.comparator())
                            .thenComparing(near -> near.entry.docs().getFirst()))
                    .limit(MOST)
                    .map(Scored::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Scored(double score, Entry entry) {}

    private Entry entry(LetterOrder order, ScoreDoc hit) {
        int segment = ReaderUtil.subIndex(hit.doc, view.leaves());
        int doc = hit.doc - view.leaves().get(segment).docBase;
        int letter = view.segments().get(segment).letterOf(doc);
        return new Entry(order.ranked(segment, letter, hit.score), List.of(doc), 0);
    }

    /** What still must hold. */
    private Search kept() {
        var rest = parts.stream()
                .filter(part -> !isSubject(part) && !QueryTraits.isRanked(part))
                .toList();
        var selection = search.selection();
        for (var facet : WideningRule.SUBJECT) {
            for (var value : selection.chosenIn(facet)) {
                selection = selection.without(new FacetValue(facet, value));
            }
        }
        return new Search(
                QueryNormalizer.and(rest),
                false,
                selection,
                MatchOptions.DEFAULT,
                search.sort(),
                search.paging(),
                search.since());
    }

    private static boolean isSubject(org.precedent.search.query.Query part) {
        return part instanceof Has has
                && WideningRule.SUBJECT.contains(has.value().facet());
    }

    private List<Query> clauses() {
        var clauses = new ArrayList<Query>();
        if (search.plain()) {
            var words = StopWords.without(QueryTraits.words(parts).toList());
            var wide = PlainWords.expand(schema.analysis(), words).stream()
                    .filter(w -> !w.sequences().isEmpty())
                    .toList();
            wide.forEach(w -> clauses.add(translator.ownWord(w.sequences())));
            new NeighbourClauses(schema.analysis(), translator).of(wide).forEach(clauses::add);
        } else {
            var ranking = new Ranking(translator, false);
            parts.forEach(part -> ranking.clauses(part).forEach(clauses::add));
        }
        subject().forEach(value -> clauses.add(new BoostQuery(translator.translate(new Has(value)), idf(value))));
        return clauses;
    }

    private Stream<FacetValue> subject() {
        var typed = parts.stream().filter(RelatedIssues::isSubject).map(part -> ((Has) part).value());
        var chosen = WideningRule.SUBJECT.stream()
                .sorted()
                .flatMap((Facet f) -> search.selection().chosenIn(f).stream().map(v -> new FacetValue(f, v)));
        return Stream.concat(typed, chosen).distinct();
    }

    /** A value weighs as a word does that as many issues have. */
    private float idf(FacetValue value) {
        double all = view.issues().total().issues();
        double with =
                view.matching(translator.translate(new Has(value))).total().issues();
        return (float) Math.log(1 + (all - with + 0.5) / (with + 0.5));
    }
}
