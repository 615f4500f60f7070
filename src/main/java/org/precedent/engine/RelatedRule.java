package org.precedent.engine;

import java.util.List;
import java.util.stream.Stream;
import org.precedent.search.MatchOptions;
import org.precedent.search.Search;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;
import org.precedent.search.query.Query.Has;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryTraits;

/**
 * Rule for the related issues shown below a short result: what they must have in common with the search. The words of the search and its
 * study, region and treatment only affect their ranking; all other constraints must hold.
 */
public final class RelatedRule {
    /** The most issues that are shown. */
    public static final int MOST = 20;

    /** Issues with less than this share of the best score are not near. */
    public static final double NEAR = 0.3;

    private final Search search;
    private final List<Query> parts;

    /**
     * The rule as it applies to a search.
     */
    public RelatedRule(Search search) {
        this.search = search;
        this.parts = QueryTraits.conjuncts(search.query());
    }

    /**
     * Whether related issues are shown beside a result: on the first page of a short one, and below one that fits on a single page and
     * holds fewer issues than a widened search looks for.
     */
    public boolean appliesTo(long issuesFound) {
        var page = search.paging();
        boolean isFirst = page.number() == 1 && page.after().isEmpty();
        boolean isShort =
                issuesFound < WideningRule.ENOUGH || (issuesFound < WideningRule.PLENTY && issuesFound <= page.size());
        return isFirst && isShort;
    }

    /**
     * The search for everything that related issues must still have.
     */
    public Search required() {
        var rest = parts.stream()
                .filter(part -> !isSubject(part) && !QueryTraits.isRanked(part))
                .toList();
        var selection = search.selection();
        for (var facet : WideningRule.SUBJECT) {
            for (var value : selection.chosenIn(facet)) {
                selection = selection.without(new FacetValue(facet, value));
            }
        }
        return new Search(
                QueryNormalizer.and(rest),
                false,
                selection,
                MatchOptions.DEFAULT,
                search.sort(),
                search.paging(),
                search.since());
    }

    /**
     * What the search says of the dispute, typed or chosen, each value once.
     */
    public Stream<FacetValue> subject() {
        var typed = parts.stream().filter(RelatedRule::isSubject).map(part -> ((Has) part).value());
        var chosen = WideningRule.SUBJECT.stream()
                .sorted()
                .flatMap(facet -> search.selection().chosenIn(facet).stream().map(v -> new FacetValue(facet, v)));
        return Stream.concat(typed, chosen).distinct();
    }

    private static boolean isSubject(Query part) {
        return part instanceof Has has
                && WideningRule.SUBJECT.contains(has.value().facet());
    }
}
