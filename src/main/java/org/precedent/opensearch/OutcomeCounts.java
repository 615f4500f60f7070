package org.precedent.opensearch;

import static org.precedent.opensearch.cluster.QueryJson.ISSUES;
import static org.precedent.opensearch.cluster.QueryJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.precedent.determination.Decision;
import org.precedent.opensearch.cluster.JsonValue;
import org.precedent.opensearch.cluster.QueryJson;
import org.precedent.search.OutcomeSearches;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.text.TextAnalysis;

/**
 * Counts the outcomes of a search by zero, one or two dimensions: buckets of values with counts of decisions and determinations. A table
 * with more cells than the cluster allows buckets is rejected, not cut.
 */
final class OutcomeCounts {
    private static final int MAX_VALUES = 60_000;

    private final TextAnalysis analysis;
    private final IndexState state;

    OutcomeCounts(TextAnalysis analysis, IndexState state) {
        this.analysis = analysis;
        this.state = state;
    }

    OutcomeTable table(Search search, List<Dimension> by) {
        if (by.size() > OutcomeTable.MAX_DIMENSIONS) {
            throw new IllegalArgumentException(by + ": expected at most two dimensions");
        }
        var whole = OutcomeSearches.baseSearch(search);
        var plan = new SearchPlan(analysis, state, whole);
        var shown = plan.words().shown();
        var among = OutcomeSearches.tableSearch(whole, by, shown);
        var total = counts(count(plan, List.of()));
        var cells = new ArrayList<Cell>();
        if (!by.isEmpty()) {
            var table = count(new SearchPlan(analysis, state, among), by);
            var rows = by.stream()
                    .map(d -> OutcomeSearches.selectedValues(whole, d, shown))
                    .toList();
            var group = OutcomeSearches.itemGroup(whole, by, shown);
            collect(
                    table,
                    by,
                    (depth, value) -> OutcomeSearches.includesValue(
                            analysis.paths(), by.get(depth), value, rows.get(depth), group),
                    List.of(),
                    cells);
        }
        cells.sort(Cell.ORDER);
        return new OutcomeTable(by, total, cells, by.stream().map(d -> 0).toList(), plan.words());
    }

    private JsonValue count(SearchPlan plan, List<Dimension> by) {
        var aggregations = object(
                "i",
                object(
                        "nested",
                        object("path", ISSUES),
                        "aggs",
                        object("t", object("filter", plan.issues(Optional.empty()), "aggs", cells(by)))));
        return state.search(object("size", 0, "track_total_hits", false, "aggs", aggregations), false)
                .at("aggregations", "i", "t");
    }

    private static Map<String, Object> cells(List<Dimension> by) {
        var aggregations = object();
        if (by.isEmpty()) {
            aggregations.put("d", object("reverse_nested", Map.of()));
            aggregations.put("overturned", decided(Decision.OVERTURNED));
            aggregations.put("partly", decided(Decision.PARTLY_OVERTURNED));
        } else {
            var parameter = by.getFirst().parameter();
            aggregations.put(
                    "cells",
                    object(
                            "terms",
                            object("field", QueryJson.facet(parameter), "size", MAX_VALUES),
                            "aggs",
                            cells(by.subList(1, by.size()))));
        }
        return aggregations;
    }

    private static Map<String, Object> decided(Decision decision) {
        return object("filter", QueryTranslation.facet(new FacetValue(Facet.DECISION, decision.label())));
    }

    private static void collect(
            JsonValue found,
            List<Dimension> by,
            BiPredicate<Integer, String> isRow,
            List<String> values,
            List<Cell> cells) {
        int depth = values.size();
        if (depth == by.size()) {
            if (cells.size() == OutcomeTable.MAX_CELLS) {
                throw new SearchEngine.TooCostly("this table has more than " + OutcomeTable.MAX_CELLS
                        + " cells; narrow the search, or replace one of its dimensions");
            }
            cells.add(new Cell(values, counts(found)));
            return;
        }
        for (var bucket : found.at("cells", "buckets").list()) {
            var value = bucket.at("key").text();
            if (isRow.test(depth, value)) {
                var path = new ArrayList<>(values);
                path.add(value);
                collect(bucket, by, isRow, path, cells);
            }
        }
    }

    private static Counts counts(JsonValue bucket) {
        return new Counts(
                bucket.at("doc_count").number(),
                bucket.at("d", "doc_count").number(),
                bucket.at("overturned", "doc_count").number(),
                bucket.at("partly", "doc_count").number());
    }
}
