package org.precedent.bench;

import java.util.List;
import org.precedent.search.query.TextField;
import org.precedent.search.request.SearchRequest;

/**
 * One search of the stream.
 *
 * @param kind its class
 * @param request the search the product runs
 * @param floor what a bare engine would search for the same words
 */
public record BenchQuery(QueryClass kind, SearchRequest request, Floor floor) {
    /**
     * The textual part of a search, for an engine without facets, snippets, groups or totals.
     */
    sealed interface Floor {
        /** All of these words. */
        record Words(List<String> words) implements Floor {}

        /** A word in one text. */
        record Field(TextField field, String word) implements Floor {}

        /** These words side by side. */
        record Phrase(List<String> words) implements Floor {}

        /** Words that begin so. */
        record Prefix(String stem) implements Floor {}

        /** Every issue. */
        record All() implements Floor {}
    }
}
