package org.precedent.lucene.proximity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.precedent.highlight.LeafTerms;
import org.precedent.highlight.PositionMatcher;
import org.precedent.highlight.TermPositions;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.text.IndexTerms;

/**
 * Translates proximities into Lucene queries on one field.
 */
public final class ProximityTranslator {
    /** Limit on terms of one proximity, because all their postings are open at the same time. */
    private static final int MAX_TERMS = 8_192;

    /** Up to this many terms become clauses of a Boolean query; more become a term set. */
    private static final int MAX_CLAUSES = 16;

    private final LeafTerms lexicon;
    private final TermLookup dictionary;
    private final SearchDeadline deadline;

    public ProximityTranslator(LeafTerms lexicon, TermLookup dictionary, SearchDeadline deadline) {
        this.lexicon = lexicon;
        this.dictionary = dictionary;
        this.deadline = deadline;
    }

    /**
     * Translates a proximity.
     *
     * @throws TooCostly when its words expand to more than {@value #MAX_TERMS} terms
     */
    public Query translate(org.precedent.search.query.Query near, IndexField field) {
        var matcher = PositionMatcher.of(lexicon, near);
        var spellings = new HashMap<TermPositions.Term, List<BytesRef>>();
        matcher.terms().forEach(term -> spellings.computeIfAbsent(term, t -> spellings(t, field)));
        if (spellings.values().stream().mapToInt(List::size).sum() > MAX_TERMS) {
            throw new TooCostly("the proximities here compare more than " + MAX_TERMS
                    + " words; chain fewer of them, or write more letters before the asterisks");
        }
        return new ProximityQuery(field, matcher, spellings, candidates(matcher, field, spellings), deadline);
    }

    private List<BytesRef> spellings(TermPositions.Term term, IndexField field) {
        var spelled = switch (term) {
            case TermPositions.Term.Stem stem -> dictionary.formsOf(field, stem.stem());
            case TermPositions.Term.Form form -> List.of(IndexTerms.positional(form.stem(), form.form()));
            case TermPositions.Term.Start start ->
                dictionary.startingWith(field, start.start(), TermLookup.PROXIMITY_EXPANSIONS);
        };
        return spelled.stream().map(BytesRef::new).toList();
    }

    /** Matches documents that contain the words at any position. */
    private static Query candidates(
            PositionMatcher part, IndexField field, Map<TermPositions.Term, List<BytesRef>> spellings) {
        return switch (part) {
            case PositionMatcher.Leaf leaf ->
                any(leaf.sequences().stream()
                        .filter(sequence -> !sequence.isEmpty())
                        .map(sequence -> all(sequence.stream()
                                .map(term -> anySpelling(field, spellings.getOrDefault(term, List.of()))))));
            case PositionMatcher.Any any -> any(any.parts().stream().map(p -> candidates(p, field, spellings)));
            case PositionMatcher.Pair pair ->
                all(Stream.of(pair.left(), pair.right()).map(p -> candidates(p, field, spellings)));
            case PositionMatcher.Apart apart -> candidates(apart.left(), field, spellings);
        };
    }

    private static Query anySpelling(IndexField field, List<BytesRef> spellings) {
        if (spellings.size() > MAX_CLAUSES) {
            return new TermInSetQuery(field.key(), spellings);
        }
        return spellings.size() == 1
                ? new TermQuery(new Term(field.key(), spellings.getFirst()))
                : any(spellings.stream().map(spelling -> new TermQuery(new Term(field.key(), spelling))));
    }

    private static Query any(Stream<Query> queries) {
        return joined(queries, Occur.SHOULD);
    }

    private static Query all(Stream<Query> queries) {
        return joined(queries, Occur.FILTER);
    }

    private static Query joined(Stream<Query> queries, Occur each) {
        var joined = new BooleanQuery.Builder();
        queries.forEach(query -> joined.add(query, each));
        return joined.build();
    }
}
