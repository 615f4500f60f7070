package org.precedent.engine;

import java.util.List;
import java.util.Map;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * The distinct words and values of one index state, for completions and spelling suggestions. Counts are of issues.
 */
public interface TermDictionary {
    /** How many issues have a stem in their own texts. */
    long frequency(String stem);

    /**
     * Words of requests and rationales that begin so, with about how many issues have each.
     *
     * @param start folded
     */
    Map<String, Long> startingWith(String start);

    /**
     * Words of any text that are close to one, with about how many issues have each.
     *
     * @param word folded; only words with its first letter count
     * @param edits letters inserted, dropped, changed or swapped, at most
     */
    Map<String, Long> withinEdits(String word, int edits);

    /** Case numbers that begin so, in capitals, with the issues of each; at most {@code limit}, the first in order. */
    Map<String, Long> caseNumbersStartingWith(String start, int limit);

    /** Short requests whose folded form begins so: as printed, with how many issues have each. */
    Map<String, Long> requestsStartingWith(String start);

    /** All values of a facet with their counts. */
    List<FacetCount> values(Facet facet);
}
