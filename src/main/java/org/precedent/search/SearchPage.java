package org.precedent.search;

import java.util.List;
import java.util.Map;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.Total;

/**
 * One page of a result, with its totals and facets; HTML, JSON and the terminal are renderings of it.
 *
 * @param total of the set shown
 * @param words which set is shown where the query was plain words
 * @param facets counts by facet, every facet a key; each list in tree order, siblings by issues descending then value
 * @param letters this page's letters
 * @param generation changes whenever the searched content changes
 */
public record SearchPage(
        Total total, Words words, Map<Facet, List<FacetCount>> facets, List<LetterHit> letters, String generation) {
    public SearchPage {
        facets = Map.copyOf(facets);
        letters = List.copyOf(letters);
    }

    /**
     * Which set of a plain-word search is shown.
     *
     * @param shown all or most of the words
     * @param withAll how many issues and letters have all the words
     * @param required of how many words an issue of the set has at least this many
     * @param of how many words count; 0 where the query is not plain words
     */
    public record Words(Match shown, Total withAll, int required, int of) {}
}
