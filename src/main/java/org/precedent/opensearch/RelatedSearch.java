package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.precedent.engine.RelatedRule;
import org.precedent.highlight.PlainWords;
import org.precedent.opensearch.HitReader.Entry;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.search.PageRequest;
import org.precedent.search.Search;
import org.precedent.search.WideningRule;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryTraits;
import org.precedent.text.StopWords;
import org.precedent.text.TextAnalysis;

/**
 * Finds related issues to show below a short result. The words of the search and its modality, region and treatment are relaxed: they only
 * affect ranking. All other constraints must hold.
 */
final class RelatedSearch {
    private final TextAnalysis analysis;
    private final IndexState state;
    private final Search search;
    private final List<Query> parts;
    private final RelatedRule rule;

    RelatedSearch(TextAnalysis analysis, IndexState state, Search search) {
        this.analysis = analysis;
        this.state = state;
        this.search = search;
        this.parts = QueryTraits.conjuncts(search.query());
        this.rule = new RelatedRule(search);
    }

    /** The issues, best first; none if the result is not short, or this is not its first page. */
    List<Entry> find(SearchPlan plan, Total total) {
        if (!rule.appliesTo(total.issues())) {
            return List.of();
        }
        var kept = new SearchPlan(analysis, state, rule.required());
        var clauses = clauses(kept);
        if (clauses.isEmpty()) {
            return List.of();
        }
        var found = new HashSet<String>();
        new ResultCursor(state, plan, search)
                .next(WideningRule.MIN_ISSUES, false)
                .forEach(d -> d.issues().forEach(i -> found.add(PageRequest.issueKey(d.id(), i.number()))));
        var body = TopIssues.body(
                List.of(kept.issues(java.util.Optional.empty())), clauses, RelatedRule.MAX_ISSUES + found.size());
        var near = TopIssues.read(state.search(body, true), RelatedRule.MAX_ISSUES + found.size()).stream()
                .filter(i -> !found.contains(
                        PageRequest.issueKey(i.determination().id(), i.issue().number())))
                .limit(RelatedRule.MAX_ISSUES)
                .toList();
        return near.stream()
                .filter(i -> i.issue().score()
                        >= RelatedRule.MIN_SCORE_FRACTION
                                * near.getFirst().issue().score())
                .map(i -> new Entry(i.determination(), List.of(i.issue()), 0))
                .toList();
    }

    private List<Map<String, Object>> clauses(SearchPlan plan) {
        var translation = new QueryTranslation(analysis, false);
        var clauses = new ArrayList<Map<String, Object>>();
        if (search.plain()) {
            var words = StopWords.remove(QueryTraits.words(parts).toList());
            clauses.addAll(translation.ranking(PlainWords.expand(analysis, words)));
        } else {
            parts.forEach(part -> clauses.addAll(translation.ranking(part)));
        }
        rule.subject().forEach(value -> clauses.add(QueryTranslation.boosting(value, plan.idf(issues(value)))));
        return clauses;
    }

    /** Number of issues with a value; the value is weighted like a word found in that many issues. */
    private long issues(FacetValue value) {
        return state.computeOnce(value, () -> {
            var aggregations = object(
                    "i",
                    object(
                            "nested",
                            object("path", QueryJson.ISSUES),
                            "aggs",
                            object("t", object("filter", QueryTranslation.facet(value)))));
            return state.search(object("size", 0, "track_total_hits", false, "aggs", aggregations), false)
                    .at("aggregations", "i", "t", "doc_count")
                    .number();
        });
    }
}
