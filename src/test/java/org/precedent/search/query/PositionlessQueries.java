package org.precedent.search.query;

import org.precedent.determination.Span;

/**
 * Removes the positions of words from query trees, to compare trees parsed from different texts.
 */
final class PositionlessQueries {
    private static final Span EMPTY_SPAN = new Span(0, 0);

    private PositionlessQueries() {}

    static Query of(Query query) {
        return switch (query) {
            case Query.Word word -> new Query.Word(word.text(), EMPTY_SPAN);
            case Query.Phrase phrase -> new Query.Phrase(phrase.text(), EMPTY_SPAN);
            case Query.Prefix prefix -> new Query.Prefix(prefix.stem(), EMPTY_SPAN);
            case Query.And and -> and.map(PositionlessQueries::of);
            case Query.Or or -> or.map(PositionlessQueries::of);
            case Query.Not not -> not.map(PositionlessQueries::of);
            case Query.Near near -> near.map(PositionlessQueries::of);
            case Query.NotNear near -> near.map(PositionlessQueries::of);
            case Query.In in -> in.map(PositionlessQueries::of);
            case Query.Condition condition -> condition;
        };
    }
}
