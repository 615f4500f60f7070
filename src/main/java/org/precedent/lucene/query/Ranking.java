package org.precedent.lucene.query;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.And;
import org.precedent.search.query.Query.Condition;
import org.precedent.search.query.Query.In;
import org.precedent.search.query.Query.Near;
import org.precedent.search.query.Query.Not;
import org.precedent.search.query.Query.NotNear;
import org.precedent.search.query.Query.Or;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Word;
import org.precedent.search.query.QueryTraits;

/**
 * Builds the scoring query of a search: each word of the query, wherever it occurs, as a term of the weighted field. Matching is decided
 * elsewhere; evaluating positions a second time would improve the order little and dominate the cost of a search.
 */
final class Ranking {
    private final QueryTranslator translator;
    private final boolean summary;

    /**
     * Creates a ranking.
     *
     * @param summary whether an issue may match by the clinical summary, which does not affect scores
     */
    Ranking(QueryTranslator translator, boolean summary) {
        this.translator = translator;
        this.summary = summary;
    }

    /**
     * Returns the scoring query; empty when all issues rank equally.
     */
    Optional<org.apache.lucene.search.Query> translate(Query query) {
        var words = words(query).distinct().toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var any = new BooleanQuery.Builder();
        words.forEach(word -> any.add(word, Occur.SHOULD));
        return Optional.of(!summary && QueryTraits.ranksAll(query) ? any.build() : withUnranked(any.build()));
    }

    /** The scoring clauses of a query, one for each distinct word. */
    Stream<org.apache.lucene.search.Query> clauses(Query query) {
        return words(query).distinct();
    }

    /** Also matches issues with none of the words, with score 0, so that they come last instead of being dropped. */
    org.apache.lucene.search.Query withUnranked(org.apache.lucene.search.Query ranking) {
        return new BooleanQuery.Builder()
                .add(ranking, Occur.SHOULD)
                .add(new BoostQuery(new ConstantScoreQuery(translator.matchAll()), 0), Occur.MUST)
                .build();
    }

    private Stream<org.apache.lucene.search.Query> wordsOfChildren(Query query) {
        return query.children().stream().flatMap(this::words);
    }

    private Stream<org.apache.lucene.search.Query> words(Query query) {
        return switch (query) {
            case Word word -> translator.ranking(word).stream();
            case Phrase phrase -> translator.ranking(phrase);
            case NotNear near -> words(near.left());
            case Not not -> Stream.empty();
            case Prefix prefix -> Stream.empty();
            case Near near -> wordsOfChildren(near);
            case And and -> wordsOfChildren(and);
            case Or or -> wordsOfChildren(or);
            case In in -> wordsOfChildren(in);
            case Condition c -> Stream.empty();
        };
    }
}
