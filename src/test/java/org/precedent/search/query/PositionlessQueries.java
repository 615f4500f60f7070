package org.precedent.search.query;

import java.util.List;
import org.precedent.determination.Span;

/**
 * Query trees without the places of their words, to compare trees of different texts.
 */
final class PositionlessQueries {
    private static final Span NOWHERE = new Span(0, 0);

    private PositionlessQueries() {}

    static Query of(Query query) {
        return switch (query) {
            case Query.Word word -> new Query.Word(word.text(), NOWHERE);
            case Query.Phrase phrase -> new Query.Phrase(phrase.text(), NOWHERE);
            case Query.Prefix prefix -> new Query.Prefix(prefix.stem(), NOWHERE);
            case Query.And and -> new Query.And(all(and.parts()));
            case Query.Or or -> new Query.Or(all(or.parts()));
            case Query.Not not -> new Query.Not(of(not.part()));
            case Query.Near near -> new Query.Near(of(near.left()), of(near.right()), near.within());
            case Query.NotNear near -> new Query.NotNear(of(near.left()), of(near.right()), near.within());
            case Query.In in -> new Query.In(in.field(), of(in.part()));
            case Query.Everything e -> e;
            case Query.Has has -> has;
            case Query.Decided decided -> decided;
            case Query.CaseIs is -> is;
        };
    }

    private static List<Query> all(List<Query> parts) {
        return parts.stream().map(PositionlessQueries::of).toList();
    }
}
