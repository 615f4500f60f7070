package org.precedent.search;

import java.util.List;
import java.util.Map;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.Total;

/**
 * One page of a search result with totals and facet counts. HTML, JSON and the terminal render the same page.
 *
 * @param total of the set shown
 * @param words which set is shown where the query was plain words
 * @param facets counts by facet, a key for each of {@link Facet#counted}; each list in tree order, siblings by issues descending then value
 * @param letters this page's entries: determinations with their matching issues, or single issues
 * @param related issues beyond a short result that come near what was asked, best first, each an entry; counted nowhere
 * @param generation changes whenever the searched content changes
 */
public record SearchPage(
        Total total,
        Words words,
        Map<Facet, List<FacetCount>> facets,
        List<LetterHit> letters,
        List<LetterHit> related,
        String generation) {
    public SearchPage {
        facets = Map.copyOf(facets);
        letters = List.copyOf(letters);
        related = List.copyOf(related);
    }

    /**
     * Which set of a plain-word search is shown.
     *
     * @param shown all words, or some of the distinctive ones
     * @param withAll how many issues have all the words
     * @param required how many of {@link #counted} an issue of the set has at least; 0 where the words only rank
     * @param distinctive the words that distinguish issues, as typed
     * @param common words that most issues have, which only rank a widened set
     * @param unknown words that no issue has, nor, in a widened set, a neighbor of them
     * @param near distinctive words of a widened set that an issue also has by a neighbor in meaning
     */
    public record Words(
            Match shown,
            Total withAll,
            int required,
            List<String> distinctive,
            List<String> common,
            List<String> unknown,
            List<String> near) {
        /** Of a query that is not plain words. */
        public static final Words NONE =
                new Words(Match.ALL, Total.ZERO, 0, List.of(), List.of(), List.of(), List.of());

        public Words {
            distinctive = List.copyOf(distinctive);
            common = List.copyOf(common);
            unknown = List.copyOf(unknown);
            near = List.copyOf(near);
        }

        /** How many words the query has; 0 where it is not plain words. */
        public int total() {
            return distinctive.size() + common.size() + unknown.size();
        }

        /** How many words are counted: all, or the distinctive ones where the set is widened. */
        public int counted() {
            return shown == Match.ALL ? total() : distinctive.size();
        }
    }
}
