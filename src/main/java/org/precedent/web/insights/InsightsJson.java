package org.precedent.web.insights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.interpret.SearchSentence;
import org.precedent.web.view.OverturnRate;

/**
 * Renders an outcome table as JSON.
 */
public final class InsightsJson {
    private InsightsJson() {}

    /**
     * Builds the JSON of a table with its total and, for comparison, the rate of the whole index.
     *
     * @param base overturn rate of the whole index
     */
    public static Map<String, Object> toMap(OutcomeSource source, List<Dimension> by, OverturnRate base) {
        boolean rates = !source.isWidened();
        var table = source.countBy(by);
        var json = new LinkedHashMap<String, Object>();
        json.put("query", query(source));
        json.put("by", by.stream().map(Dimension::parameter).toList());
        json.put("total", counts(source.total(), rates));
        json.put("base", base(base));
        json.put("widened", !rates);
        json.put("suppressed", table.suppressed());
        json.put("omitted", table.omitted());
        json.put(
                "cells",
                table.cells().stream()
                        .map(cell -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("values", cell.values());
                            row.putAll(counts(cell.counts(), rates));
                            row.put("url", OutcomeSource.searchPath(source.requestForCell(by, cell.values())));
                            return row;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> query(OutcomeSource source) {
        var json = new LinkedHashMap<String, Object>();
        json.put("text", source.request().text());
        json.put("sentence", SearchSentence.describe(source.baseSearch()));
        json.put("url", OutcomeSource.searchPath(source.requestForAll()));
        return json;
    }

    /** Issue counts by decision, with the overturn rate. */
    public static Map<String, Object> counts(Counts counts) {
        return counts(counts, true);
    }

    private static Map<String, Object> counts(Counts counts, boolean rates) {
        var json = new LinkedHashMap<String, Object>();
        json.put("issues", counts.issues());
        json.put("determinations", counts.determinations());
        json.put("overturned", counts.overturned());
        json.put("partlyOverturned", counts.partlyOverturned());
        json.put("upheld", counts.upheld());
        json.put("rate", rates ? rate(OutcomeSource.overturnRate(counts)) : null);
        return json;
    }

    private static Map<String, Object> base(OverturnRate base) {
        var json = new LinkedHashMap<String, Object>();
        json.put("issues", base.total());
        json.put("rate", rate(base));
        return json;
    }

    /** The rate in percent, rounded to a tenth; null for fewer than ten issues. */
    private static @Nullable Map<String, Object> rate(OverturnRate rate) {
        if (!rate.hasEnoughIssues()) {
            return null;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("percent", tenths(rate.percent()));
        json.put("low", tenths(rate.low()));
        json.put("high", tenths(rate.high()));
        return json;
    }

    private static double tenths(double percent) {
        return Math.round(percent * 10) / 10.0;
    }
}
