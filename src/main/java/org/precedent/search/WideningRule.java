package org.precedent.search;

import java.util.Set;
import org.precedent.search.facet.Facet;

/**
 * Rule for widening a search for plain words if few issues have all of them: half of the distinctive words are enough, then fewer, until
 * {@value #TARGET_ISSUES} issues are found. In a widened set, related words also match. A saved search keeps the version of the rule it was saved
 * under.
 */
public final class WideningRule {
    /** Incremented whenever the rule changes in a way that may change which issues a search finds. */
    public static final int VERSION = 5;

    /** A search is widened if fewer issues than this have all its words. */
    public static final int MIN_ISSUES = 10;

    /** The number of required words is lowered until this many issues are found. */
    public static final int TARGET_ISSUES = 20;

    /** If the query names a value of one of these facets, a widened search may require none of its words and use them only for ranking. */
    public static final Set<Facet> SUBJECT = Set.of(Facet.MODALITY, Facet.REGION, Facet.TREATMENT);

    /** A word is distinctive if at most one in this many issues has it. */
    private static final int DISTINCTIVE_ONE_IN = 3;

    /** A search is not widened if it would then find more than this share of all issues. */
    private static final double MAX_SHARE = 0.75;

    private WideningRule() {}

    /**
     * Whether a word distinguishes issues: at least one issue has it, and at most a third of all. Depends only on the index, not on the
     * rest of the search.
     *
     * @param having number of issues that have the word
     * @param all number of issues in the index
     */
    public static boolean isDistinctive(long having, long all) {
        return having > 0 && having <= all / DISTINCTIVE_ONE_IN;
    }

    /**
     * Number of distinctive words required initially.
     *
     * @param distinctive number of distinctive words in the search
     */
    public static int requiredAtFirst(int distinctive) {
        return (distinctive + 1) / 2;
    }

    /**
     * Whether a widened set is useless because nearly every issue is in it. Such a search requires all its words.
     *
     * @param found number of issues in the widened set
     * @param all number of issues in the index
     */
    public static boolean isTooWide(long found, long all) {
        return found > all * MAX_SHARE;
    }
}
