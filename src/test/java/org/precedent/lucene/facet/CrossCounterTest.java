package org.precedent.lucene.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.LuceneWriter;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.IndexSnapshots;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.BruteForceEngine;
import org.precedent.search.LetterBatch;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.RandomDeterminations;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/**
 * Cross tables limited to a few cells, over an index with several segments, compared with tables counted issue by issue.
 */
class CrossCounterTest {
    private static final Search EVERYTHING = Search.of(new Query.Everything());
    private static final List<Integer> BOUNDS = List.of(1, 2, 9, 30, 100, 400, 5_000);

    private final LetterBatch letters = new LetterBatch(Instant.EPOCH, RandomDeterminations.letters(3_317, 90));
    private final SearchEngine truth = new BruteForceEngine(List.of(letters), new FacetPaths(Vocabularies.bundled()));

    @TempDir
    private Path folder;

    private IndexSnapshots snapshots;
    private IndexSnapshot view;

    @BeforeEach
    void open() {
        var vocabularies = Vocabularies.bundled();
        try (var writer = LuceneWriter.open(folder, vocabularies, InstantSource.system())) {
            for (int i = 0; i < letters.letters().size(); i++) {
                writer.put(letters.letters().get(i));
                // two commits, because the writer merges more than four small segments
                if (i % 45 == 44) {
                    writer.commit();
                }
            }
        }
        snapshots = new IndexSnapshots(folder, IndexSchema.of(vocabularies));
        view = snapshots.acquire();
    }

    @AfterEach
    void close() {
        view.close();
        snapshots.close();
        truth.close();
    }

    @Test
    void aTableOfTooManyCellsKeepsTheValuesWithTheMostIssues() {
        assertTrue(view.segments().size() > 1);
        int cut = 0;
        for (var first : List.of(Dimension.TREATMENT, Dimension.CITATION, Dimension.MONTH)) {
            for (var second : Dimension.values()) {
                var by = List.of(first, second);
                var whole = truth.countOutcomes(EVERYTHING, by);
                for (int maximum : BOUNDS) {
                    var expected = cut(whole, maximum);
                    assertEquals(expected, count(by, maximum), () -> by + " with at most " + maximum);
                    cut += expected.omitted().equals(List.of(0, 0)) ? 0 : 1;
                }
            }
        }
        assertTrue(cut > 50, "cut " + cut);
    }

    @Test
    void aTableOfOneDimensionIsNeverCut() {
        for (var dimension : Dimension.values()) {
            var by = List.of(dimension);
            var whole = truth.countOutcomes(EVERYTHING, by);
            assertEquals(new CrossCounter.Cells(whole.cells(), List.of(0)), count(by, 1));
        }
    }

    @Test
    void aCountEndsWithItsTime() {
        var counter = new CrossCounter(
                List.of(Dimension.REGION), (d, value) -> true, SearchDeadline.after(Duration.ofNanos(-1)));
        assertThrows(SearchEngine.TimedOut.class, () -> counter.count(view.issues()));
    }

    private CrossCounter.Cells count(List<Dimension> by, int maximum) {
        var deadline = SearchDeadline.after(SearchDeadline.LIMIT);
        return new CrossCounter(by, (dimension, value) -> true, maximum, deadline).count(view.issues());
    }

    /** What remains of a complete table within the limit. */
    private CrossCounter.Cells cut(OutcomeTable table, int maximum) {
        var rows = values(table, 0);
        var columns = values(table, 1);
        if (table.cells().size() <= maximum && !OutcomeTable.isTooSparse(rows.size(), columns.size(), maximum)) {
            return new CrossCounter.Cells(table.cells(), List.of(0, 0));
        }
        var block = OutcomeTable.block(rows.size(), columns.size(), maximum);
        var keptRows = mostCommon(table.by().getFirst(), block.rows());
        var keptColumns = mostCommon(table.by().getLast(), block.columns());
        return new CrossCounter.Cells(
                table.cells().stream()
                        .filter(c -> keptRows.contains(c.values().getFirst())
                                && keptColumns.contains(c.values().getLast()))
                        .toList(),
                List.of(rows.size() - block.rows(), columns.size() - block.columns()));
    }

    private static Set<String> values(OutcomeTable table, int dimension) {
        var values = new HashSet<String>();
        table.cells().forEach(c -> values.add(c.values().get(dimension)));
        return values;
    }

    private Set<String> mostCommon(Dimension dimension, int number) {
        var order = Comparator.comparingLong((Cell c) -> -c.counts().issues())
                .thenComparing(c -> c.values().getFirst());
        var values = new HashSet<String>();
        truth.countOutcomes(EVERYTHING, List.of(dimension)).cells().stream()
                .sorted(order)
                .limit(number)
                .forEach(c -> values.add(c.values().getFirst()));
        return values;
    }
}
