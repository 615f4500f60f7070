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
 * Rule for the related issues shown below a short result: what they must have in common with the search. The query words and the study,
 * region, and treatment in the search only affect ranking; all other constraints must be met.
 */
public final class RelatedRule {
    /** Maximum number of issues shown. */
    public static final int MAX_ISSUES = 20;

    /** Issues with less than this fraction of the best score are dropped. */
    public static final double MIN_SCORE_FRACTION = 0.3;

    private final Search search;
    private final List<Query> parts;

    /**
     * Applies the rule to a search.
     */
    public RelatedRule(Search search) {
        this.search = search;
        this.parts = QueryTraits.conjuncts(search.query());
    }

    /**
     * Whether related issues are shown with a result: only on its first page, and only if it is short enough to be widened, or fits on that
     * page and has fewer issues than a widened search aims for.
     */
    public boolean appliesTo(long issuesFound) {
        var page = search.paging();
        boolean isFirst = page.number() == 1 && page.after().isEmpty();
        boolean isShort = issuesFound < WideningRule.MIN_ISSUES
                || (issuesFound < WideningRule.TARGET_ISSUES && issuesFound <= page.size());
        return isFirst && isShort;
    }

    /**
     * Returns the search for the constraints that related issues must meet.
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
     * The distinct facet values of the disputed treatment, study, and region in the search, typed or selected.
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
