package org.precedent.engine;

import java.util.List;
import java.util.Map;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * The distinct words and values of one index snapshot, for completions and spelling suggestions. Counts are numbers of issues.
 */
public interface TermDictionary {
    /** The number of issues whose own texts contain a stem. */
    long frequency(String stem);

    /**
     * Words of requests and rationales with a prefix, each with its approximate number of issues.
     *
     * @param start folded prefix
     */
    Map<String, Long> startingWith(String start);

    /**
     * Words of any text within an edit distance of a word, each with its approximate number of issues.
     *
     * @param word folded; results have the same first letter
     * @param edits maximum number of characters inserted, deleted, replaced, or transposed
     */
    Map<String, Long> withinEdits(String word, int edits);

    /** Upper-case case numbers with a prefix, each with its number of issues; the first {@code limit} in order. */
    Map<String, Long> caseNumbersStartingWith(String start, int limit);

    /** Short requests whose folded form starts with a prefix: as printed, each with its number of issues. */
    Map<String, Long> requestsStartingWith(String start);

    /** All values of a facet with their counts. */
    List<FacetCount> values(Facet facet);
}
