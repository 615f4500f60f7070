package org.precedent.bench.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.precedent.bench.BenchQuery;
import org.precedent.bench.QueryClass;
import org.precedent.bench.Table;

/**
 * Prints the figures of all servers, the product's first, and how often their totals agree.
 */
final class PeerTables {
    private final List<PeerFigures> figures;
    private final PeerFigures product;

    PeerTables(List<PeerFigures> figures) {
        this.figures = List.copyOf(figures);
        this.product = figures.getFirst();
    }

    /** The table of costs. */
    Table costs(String title) {
        var table = new Table(
                title,
                "server",
                "searches",
                "mean ms",
                "p50",
                "p99",
                "CPU ms",
                "requests/s, 8 clients",
                "p99, 8 clients",
                "KB an answer",
                "mean, times Precedent's",
                "CPU, times Precedent's",
                "Precedent's requests/s, times its");
        figures.forEach(f -> {
            row(table, f.name(), "first", f.day(), f.busy(), product.day(), product.busy());
            row(table, f.name(), "again", f.again(), f.busyAgain(), product.again(), product.busyAgain());
        });
        return table;
    }

    private static void row(
            Table table, String name, String what, PeerLoad one, PeerLoad several, PeerLoad base, PeerLoad busyBase) {
        table.row(
                name,
                what,
                one.wall().meanWall(),
                one.wall().wall(0.5),
                one.wall().wall(0.99),
                one.cpu(),
                several.rate(),
                several.wall().wall(0.99),
                one.kilobytes(),
                one.wall().meanWall() / base.wall().meanWall(),
                one.cpu() / base.cpu(),
                busyBase.rate() / several.rate());
    }

    /** The number of searches in each class for which every server finds as many issues as the product. */
    Table agreement(List<BenchQuery> day) {
        var columns = new ArrayList<>(List.of("class", "searches", "issues found, mean"));
        figures.stream().skip(1).forEach(f -> {
            columns.add(f.name() + ": same total");
            columns.add("furthest off");
        });
        var table = new Table("Totals beside the product's", columns.toArray(String[]::new));
        var places = new EnumMap<QueryClass, List<Integer>>(QueryClass.class);
        for (int i = 0; i < day.size(); i++) {
            places.computeIfAbsent(day.get(i).kind(), k -> new ArrayList<>()).add(i);
        }
        places.forEach((kind, at) -> {
            var cells = new ArrayList<Object>(List.of(kind.label(), at.size(), mean(at)));
            figures.stream().skip(1).forEach(f -> {
                cells.add(at.stream().filter(i -> distance(f, i) == 0).count());
                cells.add(furthest(f, at, day));
            });
            table.row(cells.toArray());
        });
        return table;
    }

    private double mean(List<Integer> at) {
        return at.stream().mapToLong(product.totals()::get).average().orElse(0);
    }

    private String furthest(PeerFigures peer, List<Integer> at, List<BenchQuery> day) {
        int furthest = at.stream()
                .max(Comparator.comparingDouble(i -> distance(peer, i)))
                .orElseThrow();
        return distance(peer, furthest) == 0
                ? ""
                : day.get(furthest).request().text() + ": " + peer.totals().get(furthest) + " of "
                        + product.totals().get(furthest);
    }

    private double distance(PeerFigures peer, int at) {
        long expected = product.totals().get(at);
        return Math.abs(peer.totals().get(at) - expected) / (double) Math.max(1, expected);
    }
}
