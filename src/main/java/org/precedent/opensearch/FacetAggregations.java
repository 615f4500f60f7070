package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.matchAll;
import static org.precedent.opensearch.cluster.QueryJson.matchNone;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetTree;
import org.precedent.search.facet.Total;

/**
 * Counts a result and the values of all facets, ignoring each facet's own choices. Counts are exact: a determination is in one shard, and
 * more values are requested than any facet has.
 */
final class FacetAggregations {
    private static final int MAX_VALUES = 60_000;

    private final FacetPaths paths;
    private final SearchPlan plan;
    private final List<Facet> facets;
    private final boolean byDetermination;

    /** The counts of a result. */
    record Counts(Total total, Map<Facet, List<FacetCount>> facets) {}

    FacetAggregations(FacetPaths paths, SearchPlan plan, Search search) {
        this.paths = paths;
        this.plan = plan;
        this.facets = search.countedFacets();
        this.byDetermination = search.options().scope() == Scope.LETTER;
    }

    /** The request body of the search that counts. */
    Map<String, Object> body() {
        var aggregations = object("total", plan.countAggregation());
        if (byDetermination) {
            for (var facet : facets) {
                aggregations.put(facet.parameter(), ofDeterminations(facet));
            }
        } else {
            aggregations.put(ISSUES, object("nested", object("path", ISSUES), "aggs", ofIssues()));
        }
        return object("size", 0, "track_total_hits", false, "aggs", aggregations);
    }

    private Map<String, Object> ofIssues() {
        var rest = object();
        var groups = object();
        for (var facet : facets) {
            var values = object(facet.parameter(), terms(facet, true));
            if (plan.chosenFacets().contains(facet)) {
                groups.put(group(facet), object("filter", plan.issues(Optional.of(facet)), "aggs", values));
            } else {
                rest.putAll(values);
            }
        }
        if (!rest.isEmpty()) {
            groups.put("rest", object("filter", plan.issues(Optional.empty()), "aggs", rest));
        }
        return groups;
    }

    private String group(Facet facet) {
        return plan.chosenFacets().contains(facet) ? "without-" + facet.parameter() : "rest";
    }

    /** Aggregation of a facet's values over issues, optionally with the number of their determinations. */
    static Map<String, Object> terms(Facet facet, boolean withDeterminations) {
        var terms = object("terms", object("field", QueryJson.facet(facet.parameter()), "size", MAX_VALUES));
        if (withDeterminations) {
            terms.put("aggs", object("d", object("reverse_nested", Map.of())));
        }
        return terms;
    }

    /**
     * Aggregation for the scope of determinations. Because different issues may satisfy the constraints, a value finds the determinations
     * that have it in any issue; counted are their issues that satisfy some constraint and those that have the value.
     */
    private Map<String, Object> ofDeterminations(Facet facet) {
        var but = plan.chosenFacets().contains(facet) ? Optional.of(facet) : Optional.<Facet>empty();
        var meeting = plan.matchingIssues(but).orElse(facet.level() == Facet.Level.LETTER ? matchAll() : matchNone());
        var inValue = object("nested", object("path", ISSUES), "aggs", object("t", object("filter", meeting)));
        var values = object(
                "terms", object("field", "v." + facet.parameter(), "size", MAX_VALUES), "aggs", object("i", inValue));
        var having = object(
                "nested",
                object("path", ISSUES),
                "aggs",
                object(
                        "a",
                        terms(facet, false),
                        "c",
                        object("filter", meeting, "aggs", object("c", terms(facet, false)))));
        return object("filter", plan.determinations(but), "aggs", object("values", values, "having", having));
    }

    /** Reads the counts from the response. */
    Counts read(JsonValue answer) {
        var aggregations = answer.at("aggregations");
        var found = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        for (var facet : facets) {
            var counts = new HashMap<String, FacetCount>();
            if (byDetermination) {
                readDeterminations(facet, aggregations.at(facet.parameter()), counts);
            } else {
                aggregations
                        .at(ISSUES, group(facet), facet.parameter(), "buckets")
                        .list()
                        .forEach(b -> add(
                                facet,
                                b,
                                b.at("doc_count").number(),
                                b.at("d", "doc_count").number(),
                                counts));
            }
            found.put(facet, FacetTree.inOrder(counts));
        }
        return new Counts(SearchPlan.total(aggregations.at("total")), found);
    }

    private void readDeterminations(Facet facet, JsonValue found, Map<String, FacetCount> counts) {
        var having = numbers(found.at("having", "a"));
        var both = numbers(found.at("having", "c", "c"));
        for (var bucket : found.at("values", "buckets").list()) {
            var value = bucket.at("key").text();
            long issues = bucket.at("i", "t", "doc_count").number();
            if (facet.level() == Facet.Level.ISSUE) {
                issues += having.getOrDefault(value, 0L) - both.getOrDefault(value, 0L);
            }
            add(facet, bucket, issues, bucket.at("doc_count").number(), counts);
        }
    }

    private static Map<String, Long> numbers(JsonValue terms) {
        var numbers = new HashMap<String, Long>();
        terms.at("buckets")
                .list()
                .forEach(b -> numbers.put(b.at("key").text(), b.at("doc_count").number()));
        return numbers;
    }

    private void add(Facet facet, JsonValue bucket, long issues, long determinations, Map<String, FacetCount> counts) {
        var value = bucket.at("key").text();
        counts.put(value, new FacetCount(value, paths.path(facet, value), new Total(issues, determinations)));
    }
}
