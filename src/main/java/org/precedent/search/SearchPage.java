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
 * @param words which set is shown for a plain-word query
 * @param facets counts by facet, with a key for each of {@link Facet#counted}; each list in tree order, siblings by issues descending, then
 *     value
 * @param letters this page's entries: determinations with their matching issues, or single issues
 * @param related related issues to show below a short result, best first, one per entry; not included in any count
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
     * Which set of issues a plain-word search shows: those with all words, or a widened set.
     *
     * @param shown whether all words are required, or only some of the distinctive ones
     * @param withAll issues and determinations that have all the words
     * @param required minimum number of the {@link #counted} words that an issue of the set has; 0 if the words only affect ranking
     * @param distinctive the words that distinguish issues, as typed
     * @param common words that too many issues have; in a widened set, they only affect ranking
     * @param unknown words that no issue has; in a widened set, no issue has a related word either
     * @param near distinctive words that, in a widened set, related words also match
     */
    public record Words(
            Match shown,
            Total withAll,
            int required,
            List<String> distinctive,
            List<String> common,
            List<String> unknown,
            List<String> near) {
        /** For a query that is not plain words. */
        public static final Words NONE =
                new Words(Match.ALL, Total.ZERO, 0, List.of(), List.of(), List.of(), List.of());

        public Words {
            distinctive = List.copyOf(distinctive);
            common = List.copyOf(common);
            unknown = List.copyOf(unknown);
            near = List.copyOf(near);
        }

        /** Number of words in the query; 0 if it is not plain words. */
        public int total() {
            return distinctive.size() + common.size() + unknown.size();
        }

        /** Number of words that count toward a match: all, or only the distinctive ones if the set is widened. */
        public int counted() {
            return shown == Match.ALL ? total() : distinctive.size();
        }
    }
}
