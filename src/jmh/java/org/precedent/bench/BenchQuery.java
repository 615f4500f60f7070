package org.precedent.bench;

import java.util.List;
import org.precedent.search.query.TextField;
import org.precedent.search.request.SearchRequest;

/**
 * One search of the stream.
 *
 * @param kind its class
 * @param request the search the product runs
 * @param floor the equivalent for the bare engine
 */
public record BenchQuery(QueryClass kind, SearchRequest request, Floor floor) {
    /**
     * The full-text part of a search, for an engine without facets, snippets, grouping, or totals.
     */
    sealed interface Floor {
        /** All of these words. */
        record Words(List<String> words) implements Floor {}

        /** A word in one text field. */
        record Field(TextField field, String word) implements Floor {}

        /** These words as a phrase. */
        record Phrase(List<String> words) implements Floor {}

        /** Words with this prefix. */
        record Prefix(String stem) implements Floor {}

        /** Every issue. */
        record All() implements Floor {}
    }
}
