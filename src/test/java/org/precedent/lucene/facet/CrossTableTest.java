package org.precedent.lucene.facet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.SearchEngine;

/**
 * Cross tables whose pairs of value sets each have a place, and such with too many pairs for that.
 */
class CrossTableTest {
    private static final SearchDeadline DEADLINE = SearchDeadline.after(Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"40, 30", "1, 200", "3000, 2000"})
    void aDeterminationCountsOnceInEachCell(int firstSets, int secondSets) {
        var random = new Random(3_317);
        var first = sets(random, firstSets, 50);
        var second = sets(random, secondSets, 20);
        var pairs = new CrossPairs(first, second);
        var issues = new HashMap<List<String>, Integer>();
        var letters = new HashMap<List<String>, Set<Integer>>();
        for (int letter = 0; letter < 3_000; letter++) {
            for (int issue = random.nextInt(5); issue >= 0; issue--) {
                int a = random.nextInt(1 + random.nextInt(firstSets));
                int b = random.nextInt(1 + random.nextInt(secondSets));
                pairs.add(a, b, random.nextInt(CrossPairs.LETTERS), letter);
                for (var cell : crossed(first[a], second[b])) {
                    issues.merge(cell, 1, Integer::sum);
                    letters.computeIfAbsent(cell, c -> new HashSet<>()).add(letter);
                }
            }
        }
        pairs.close();
        var cells = new CrossTable(names(50), names(20)).sum(pairs, DEADLINE);
        assertEquals(
                issues.keySet(), new HashSet<>(cells.stream().map(Cell::values).toList()));
        for (var cell : cells) {
            assertEquals(
                    issues.getOrDefault(cell.values(), 0).longValue(),
                    cell.counts().issues(),
                    cell::toString);
            assertEquals(
                    letters.getOrDefault(cell.values(), Set.of()).size(),
                    cell.counts().determinations(),
                    cell::toString);
        }
        assertEquals(cells.stream().sorted(Cell.ORDER).toList(), cells);
    }

    @Test
    void aTableOfTooManyCellsIsRefusedWithWhatToDo() {
        int values = 1 + (int) Math.sqrt(OutcomeTable.MAX_CELLS);
        var all = new int[][] {IntStream.range(0, values).toArray()};
        var pairs = new CrossPairs(all, all);
        pairs.add(0, 0, 0, 1);
        pairs.close();
        var table = new CrossTable(names(values), names(values));
        var refused = assertThrows(SearchEngine.TooCostly.class, () -> table.sum(pairs, DEADLINE));
        assertEquals(
                "this table has more than 262,144 cells; narrow the search, or replace one of its dimensions",
                refused.getMessage());
    }

    private static int[][] sets(Random random, int count, int values) {
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.generate(() -> random.nextInt(values))
                        .limit(random.nextInt(5))
                        .distinct()
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
    }

    private static List<List<String>> crossed(int[] first, int[] second) {
        var cells = new ArrayList<List<String>>();
        Arrays.stream(first)
                .forEach(a -> Arrays.stream(second)
                        .forEach(b ->
                                cells.add(List.of(names(50).get(a), names(20).get(b)))));
        return cells;
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj("value%05d"::formatted).toList();
    }
}
