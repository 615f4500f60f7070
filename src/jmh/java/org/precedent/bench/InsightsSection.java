package org.precedent.bench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.precedent.search.PageRequest;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchRequest;

/**
 * The in-process cost of outcome tables, compared with a search that finds the same issues (nearly all of them).
 */
final class InsightsSection {
    private static final int WARM_RUNS = 10;

    private static final List<List<Dimension>> TABLES = List.of(
            List.of(Dimension.REGION),
            List.of(Dimension.TREATMENT),
            List.of(Dimension.MONTH),
            List.of(Dimension.TREATMENT, Dimension.REGION),
            List.of(Dimension.TREATMENT, Dimension.MONTH),
            List.of(Dimension.TREATMENT, Dimension.GUIDELINE),
            List.of(Dimension.SPECIALTY, Dimension.REASON),
            List.of(Dimension.CITATION),
            List.of(Dimension.TREATMENT, Dimension.CITATION),
            List.of(Dimension.CITATION, Dimension.ADMINISTRATOR));

    private final BenchCorpus corpus;
    private final BenchOptions options;
    private int asked;

    InsightsSection(BenchCorpus corpus, BenchOptions options) {
        this.corpus = corpus;
        this.options = options;
    }

    Table run() throws IOException {
        try (var product = options.index(corpus).open()) {
            var engine = product.searching().engine();
            var table = new Table(
                    "Tables of outcomes, " + corpus.size() + " letters, "
                            + engine.overview().total().issues() + " issues, in process, CPU ms a question",
                    "question",
                    "cells",
                    "asked first",
                    "times a search",
                    "asked again",
                    "times a search");
            double first = cpu(engine::search, true);
            double again = cpu(engine::search, false);
            table.row("search, first page with all facets", "", first, 1.0, again, 1.0);
            for (var by : TABLES) {
                addRow(table, by, engine, first, again);
            }
            return table;
        }
    }

    private void addRow(Table table, List<Dimension> by, SearchEngine engine, double first, double again) {
        if (isRefused(by, engine)) {
            double refusal = cpu(s -> isRefused(by, engine), true);
            table.row(name(by), "refused: too many", refusal, refusal / first, "", "");
            return;
        }
        double now = cpu(s -> engine.countOutcomes(s, by), true);
        double later = cpu(s -> engine.countOutcomes(s, by), false);
        table.row(name(by), engine.countOutcomes(search(), by).cells().size(), now, now / first, later, later / again);
    }

    private static String name(List<Dimension> by) {
        return String.join(" × ", by.stream().map(Dimension::parameter).toList());
    }

    private boolean isRefused(List<Dimension> by, SearchEngine engine) {
        try {
            engine.countOutcomes(search(), by);
            return false;
        } catch (SearchEngine.TooCostly e) {
            return true;
        }
    }

    private double cpu(Consumer<Search> question, boolean isFirst) {
        var same = search();
        for (int i = 0; i < WARM_RUNS; i++) {
            question.accept(isFirst ? search() : same);
        }
        var meter = new Meter(options.rounds());
        for (int i = 0; i < options.rounds(); i++) {
            var search = isFirst ? search() : same;
            meter.run(() -> question.accept(search));
        }
        return meter.samples().meanCpu();
    }

    /** A search for all dated issues. The start date differs each time, always before the first issue, so that no cached answer applies. */
    private Search search() {
        var day = LocalDate.of(1900, 1, 1).plusDays(asked++);
        return Search.of(new Query.Everything())
                .with(PageRequest.first(SearchRequest.DEFAULT_SIZE))
                .with(Selection.NONE.withDecided(new DateRange(Optional.of(day), Optional.empty())));
    }
}
