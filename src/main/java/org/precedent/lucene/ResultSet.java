package org.precedent.lucene;

import java.util.Map;
import java.util.Optional;
import org.precedent.search.Facet;
import org.precedent.search.SearchPage;

/**
 * The set a search shows, before it is ordered and cut into pages.
 *
 * @param hits the issues shown
 * @param others per facet with choices, the issues shown without these choices
 * @param words which set is shown of a search for plain words
 * @param ranking how well an issue matches; empty where all match alike
 */
record ResultSet(
        Hits hits, Map<Facet, Hits> others, SearchPage.Words words, Optional<org.apache.lucene.search.Query> ranking) {
    /** The issues a facet's values are counted among. */
    Hits countedFor(Facet facet) {
        return others.getOrDefault(facet, hits);
    }
}
