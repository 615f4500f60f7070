package org.precedent.search.interpret;

import org.precedent.determination.Span;
import org.precedent.search.request.SearchRequest;

/**
 * An alternative reading of ambiguous query words, offered as a link.
 *
 * @param words as typed
 * @param at where they stand in the query text
 * @param label what they would be taken for: {@code Body region: Spine}
 * @param request the search that takes them so
 */
public record AlternativeReading(String words, Span at, String label, SearchRequest request) {}
