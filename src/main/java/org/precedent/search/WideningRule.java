package org.precedent.search;

import java.util.Set;
import org.precedent.search.facet.Facet;

/**
 * Rule for widening a search for plain words if few issues have all of them: half of the distinctive words are enough, then fewer, until
 * {@value #PLENTY} issues are found. In a widened set, related words also match. A saved search keeps the version of the rule it was saved
 * under.
 */
public final class WideningRule {
    /** Raised whenever the rule may change which issues a search finds. */
    public static final int VERSION = 5;

    /** With fewer issues than this having all the words, a search is widened. */
    public static final int ENOUGH = 10;

    /** Fewer and fewer distinctive words are required until this many issues are found. */
    public static final int PLENTY = 20;

    /** Beside an understood value of one of these the words of a widened search may be missing altogether, and only rank. */
    public static final Set<Facet> SUBJECT = Set.of(Facet.MODALITY, Facet.REGION, Facet.TREATMENT);

    /** A word is distinctive when at most one in this many issues has it. */
    private static final int SHARE = 3;

    /** A search widened to more than this share of all issues is not widened. */
    private static final double WIDEST = 0.75;

    private WideningRule() {}

    /**
     * Whether a word distinguishes issues: some issue has it, and at most a third of all. Depends on the index alone, not on what
     * else a search asks.
     *
     * @param having how many issues have the word
     * @param all how many issues the index contains
     */
    public static boolean isDistinctive(long having, long all) {
        return having > 0 && having <= all / SHARE;
    }

    /**
     * How many distinctive words are required at first.
     *
     * @param distinctive how many the search has
     */
    public static int requiredAtFirst(int distinctive) {
        return (distinctive + 1) / 2;
    }

    /**
     * Whether a widened set says nothing, as nearly every issue is in it. Such a search must have all its words.
     *
     * @param found how many issues the widened set holds
     * @param all how many issues the index contains
     */
    public static boolean isTooWide(long found, long all) {
        return found > all * WIDEST;
    }
}
