package org.precedent.web.insights;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.precedent.determination.Finding;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.Overview;
import org.precedent.search.facet.Facet;

/**
 * Coverage of the index: determinations per month, gaps, and findings of the parser.
 *
 * @param overview totals of the index
 * @param months every month from the first to the last decision, including months without determinations
 * @param undated determinations without a decision date
 */
record Coverage(Overview overview, SortedMap<YearMonth, Counts> months, Counts undated) {
    /** A month with fewer determinations than this share of the median is flagged. */
    private static final double LOW_SHARE = 0.25;

    /** Maximum length of the list, so that a single wrong date far from all others does not fill it with centuries of empty months. */
    private static final int MAX_MONTHS = 1_200;

    /**
     * Builds the coverage of an index.
     *
     * @param cells outcome counts by month
     */
    static Coverage of(Overview overview, List<Cell> cells) {
        var months = new TreeMap<YearMonth, Counts>();
        var undated = Counts.ZERO;
        for (var cell : cells) {
            var value = cell.values().getFirst();
            if (value.equals(Facet.NOT_STATED)) {
                undated = cell.counts();
            } else {
                months.put(YearMonth.parse(value), cell.counts());
            }
        }
        if (!months.isEmpty()) {
            var last = months.lastKey();
            var at = months.firstKey();
            for (int i = 0; at.isBefore(last) && i < MAX_MONTHS; i++) {
                months.putIfAbsent(at, Counts.ZERO);
                at = at.plusMonths(1);
            }
        }
        return new Coverage(overview, months, undated);
    }

    /** Whether a month has no determinations. */
    boolean isGap(YearMonth month) {
        return determinations(month) == 0;
    }

    /** Whether a month has some determinations, but far fewer than usual. */
    boolean isSparse(YearMonth month) {
        return !isGap(month) && determinations(month) < LOW_SHARE * median();
    }

    private long determinations(YearMonth month) {
        return months.getOrDefault(month, Counts.ZERO).determinations();
    }

    private double median() {
        var sizes = months.values().stream()
                .mapToLong(Counts::determinations)
                .filter(n -> n > 0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    /** Runs of consecutive months without determinations. */
    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        for (var month : months.keySet()) {
            if (isGap(month)) {
                boolean continues =
                        !gaps.isEmpty() && gaps.getLast().last().plusMonths(1).equals(month);
                gaps.add(new Gap(continues ? gaps.removeLast().first() : month, month));
            }
        }
        return gaps;
    }

    /**
     * A run of months without determinations.
     *
     * @param first first month
     * @param last last month
     */
    record Gap(YearMonth first, YearMonth last) {}

    /** Kinds of findings with the number of determinations that have one, most frequent first. */
    List<Map.Entry<Finding.Kind, Long>> findings() {
        return overview.findings().entrySet().stream()
                .sorted(Map.Entry.<Finding.Kind, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
