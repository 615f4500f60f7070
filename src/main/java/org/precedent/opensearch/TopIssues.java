package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.precedent.opensearch.ResultCursor.Found;
import org.precedent.opensearch.ResultCursor.FoundIssue;
import org.precedent.opensearch.ResultCursor.RankedIssue;
import org.precedent.opensearch.cluster.JsonValue;

/**
 * Query for the best-scoring issues, regardless of their determinations.
 */
final class TopIssues {
    private TopIssues() {}

    /**
     * The request body of the search.
     *
     * @param filter queries that an issue must match
     * @param clauses scoring clauses; an issue must match at least one
     * @param limit at most this many
     */
    static Map<String, Object> body(List<Map<String, Object>> filter, List<Map<String, Object>> clauses, int limit) {
        var body = body(filter, clauses, List.of(ISSUES + ".number"), limit);
        body.put("_source", List.of("whole", "first", "changed"));
        return body;
    }

    /**
     * The request body of the search for some fields of the issues.
     *
     * @param fields fields of an issue to return, read from doc values
     */
    static Map<String, Object> body(
            List<Map<String, Object>> filter, List<Map<String, Object>> clauses, List<String> fields, int limit) {
        var issue = object("filter", filter, "should", clauses, "minimum_should_match", 1);
        var nested = object(
                "path",
                ISSUES,
                "score_mode",
                "max",
                "query",
                object("bool", issue),
                "inner_hits",
                object("size", limit, "_source", false, "docvalue_fields", fields));
        return object("size", limit, "track_total_hits", false, "query", object("nested", nested), "_source", false);
    }

    /** The issues a search found, the best first. */
    static List<RankedIssue> read(JsonValue answer, int limit) {
        var issues = new ArrayList<RankedIssue>();
        for (var hit : answer.at("hits", "hits").list()) {
            var found = ResultCursor.issues(hit);
            var determination = new Found(
                    hit.at("_id").text(), hit.at("_source"), hit.at("_score").real(), List.of(), found);
            found.forEach(i -> issues.add(new RankedIssue(determination, i)));
        }
        issues.sort(Comparator.comparingDouble((RankedIssue i) -> -i.issue().score())
                .thenComparing(i -> i.determination().id())
                .thenComparing(RankedIssue::issue, Comparator.comparingInt(FoundIssue::number)));
        return issues.subList(0, Math.min(limit, issues.size()));
    }
}
