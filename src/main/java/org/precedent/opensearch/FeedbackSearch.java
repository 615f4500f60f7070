package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.engine.RelevanceFeedback;
import org.precedent.engine.RelevanceFeedback.Best;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

/**
 * Scoring clauses for what the best issues of a widened set have in common ({@link RelevanceFeedback}), computed by a separate search.
 */
final class FeedbackSearch {
    private static final int MAX_VALUES = 60_000;

    private final IndexState state;

    FeedbackSearch(IndexState state) {
        this.state = state;
    }

    /**
     * The scoring clauses; none if no issue stands out.
     *
     * @param issues query for the issues of the set
     * @param ranking scoring clauses of the words
     * @param sumOfIdf sum of the inverse document frequencies of the words
     */
    List<Map<String, Object>> clauses(Map<String, Object> issues, List<Map<String, Object>> ranking, double sumOfIdf) {
        int count = RelevanceFeedback.DEPTH + 1;
        var fields = RelevanceFeedback.FACETS.stream()
                .map(f -> QueryJson.facet(f.parameter()))
                .toList();
        var body = TopIssues.body(List.of(issues), ranking, fields, count);
        var best = state.search(body, true).at("hits", "hits").list().stream()
                .flatMap(hit -> hit.at("inner_hits", ISSUES, "hits", "hits").list().stream())
                .map(FeedbackSearch::best)
                .sorted(Comparator.comparingDouble(Best::score).reversed())
                .limit(count)
                .toList();
        var clauses = new ArrayList<Map<String, Object>>();
        RelevanceFeedback.weights(RelevanceFeedback.distinct(best), this::shareOfIssues, sumOfIdf)
                .forEach((value, weight) -> clauses.add(QueryTranslation.boosting(value, weight)));
        return clauses;
    }

    private static Best best(JsonValue issue) {
        var values = new ArrayList<FacetValue>();
        for (var facet : RelevanceFeedback.FACETS) {
            issue.at("fields", QueryJson.facet(facet.parameter()))
                    .list()
                    .forEach(v -> values.add(new FacetValue(facet, v.text())));
        }
        return new Best(issue.at("_score").real(), values);
    }

    private double shareOfIssues(FacetValue value) {
        long having = counts(value.facet()).getOrDefault(value.value(), 0L);
        return (double) having / state.total().issues();
    }

    private Map<String, Long> counts(Facet facet) {
        return state.computeOnce("issues with each " + facet, () -> {
            var terms = object("terms", object("field", QueryJson.facet(facet.parameter()), "size", MAX_VALUES));
            var nested = object("nested", object("path", ISSUES), "aggs", object("v", terms));
            var body = object("size", 0, "track_total_hits", false, "aggs", object("i", nested));
            return state.search(body, false).at("aggregations", "i", "v", "buckets").list().stream()
                    .collect(Collectors.toMap(
                            b -> b.at("key").text(), b -> b.at("doc_count").number()));
        });
    }
}
