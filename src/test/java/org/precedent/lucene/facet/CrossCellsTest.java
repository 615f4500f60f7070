package org.precedent.lucene.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.precedent.search.OutcomeTable;
import org.precedent.search.SearchEngine;

/**
 * The cells of a cross table, dense and sparse.
 */
class CrossCellsTest {
    private static final long SEED = 3_317;

    @Test
    void aSparseTableHasTheCellsOfADenseOne() {
        var rows = names("row", 300);
        var columns = names("column", 200);
        var dense = new CrossCells(rows, columns);
        var sparse = new CrossCells(rows, columns, 0);
        var random = new Random(SEED);
        for (int letter = 0; letter < 20_000; letter++) {
            for (int issue = random.nextInt(3); issue >= 0; issue--) {
                int row = random.nextInt(1 + random.nextInt(rows.size()));
                int column = random.nextInt(1 + random.nextInt(columns.size()));
                int decision = random.nextInt(CrossCells.LETTERS);
                dense.add(row, column, decision, letter);
                sparse.add(row, column, decision, letter);
            }
            var pair = new int[] {2, 1, 0, 1};
            dense.add(letter % rows.size(), 0, pair, 0);
            sparse.add(letter % rows.size(), 0, pair, 0);
        }
        assertTrue(dense.list(2).size() > 5_000, "seed " + SEED);
        assertEquals(dense.list(2), sparse.list(2), "seed " + SEED);
        assertEquals(
                dense.list(1).getFirst().values(), sparse.list(1).getFirst().values());
    }

    @Test
    void aTableOfTooManyCellsIsRefusedWithWhatToDo() {
        var many = names("value", 1_024);
        var cells = new CrossCells(many, many, 0);
        var refused = assertThrows(
                SearchEngine.TooCostly.class,
                () -> IntStream.rangeClosed(0, OutcomeTable.MAX_CELLS)
                        .forEach(i -> cells.add(i / many.size(), i % many.size(), 0, i)));
        assertEquals(
                "this table has more than 262,144 cells; narrow the search, or replace one of its dimensions",
                refused.getMessage());
    }

    @Test
    void aTableOfManyPossiblePairsTakesMemoryByThoseThatOccur() {
        var many = names("value", 60_000);
        var cells = new CrossCells(many, many);
        cells.add(59_999, 59_999, 0, 1);
        cells.add(59_999, 59_999, 1, 1);
        var only = cells.list(2);
        assertEquals(1, only.size());
        assertEquals(List.of("value59999", "value59999"), only.getFirst().values());
        assertEquals(new OutcomeTable.Counts(2, 1, 1, 0), only.getFirst().counts());
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
