package org.precedent.bench;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Costs of a stream next to those of its lower bound.
 *
 * @param product costs of the product by class
 * @param floor costs of the bare engine by class
 */
record SearchReport(Map<QueryClass, Samples> product, Map<QueryClass, Samples> floor) {
    /** Process CPU time per request, for the classes covered by the performance goals, divided by that of the lower bound. */
    double ratio() {
        return floor.isEmpty() ? 0 : mean(product, Samples::meanProcessCpu) / mean(floor, Samples::meanProcessCpu);
    }

    /** The mean of a measure over all runs of the classes covered by the performance goals. */
    static double mean(Map<QueryClass, Samples> samples, ToDoubleFunction<Samples> measure) {
        double sum = 0;
        double runs = 0;
        for (var entry : samples.entrySet()) {
            if (entry.getKey().isInGoals()) {
                sum += measure.applyAsDouble(entry.getValue())
                        * entry.getValue().runs();
                runs += entry.getValue().runs();
            }
        }
        return runs == 0 ? 0 : sum / runs;
    }

    Table table(String title) {
        var table = new Table(
                title,
                "class",
                "runs",
                "CPU ms",
                "CPU p50",
                "CPU p99",
                "process CPU ms",
                "wall p50",
                "wall p95",
                "wall p99",
                "KB/request",
                "floor CPU ms",
                "ratio");
        product.forEach((kind, s) -> row(table, kind, s));
        table.row(
                "**mean of the goals' classes**",
                "",
                mean(product, Samples::meanCpu),
                "",
                "",
                mean(product, Samples::meanProcessCpu),
                "",
                "",
                "",
                mean(product, Samples::kilobytes),
                mean(floor, Samples::meanCpu),
                ratio());
        return table;
    }

    private void row(Table table, QueryClass kind, Samples s) {
        var bare = floor.get(kind);
        double below = bare == null ? 0 : bare.meanCpu();
        table.row(
                kind.label(),
                s.runs(),
                s.meanCpu(),
                s.cpu(0.5),
                s.cpu(0.99),
                s.meanProcessCpu(),
                s.wall(0.5),
                s.wall(0.95),
                s.wall(0.99),
                s.kilobytes(),
                below,
                below == 0 ? "" : Table.shown(s.meanProcessCpu() / below));
    }
}
