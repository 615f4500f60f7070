package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Decision;
import org.precedent.determination.Span;
import org.precedent.search.LetterBuilder;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine.TimedOut;
import org.precedent.search.Sort;
import org.precedent.search.facet.Dimension;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchBudget;
import org.precedent.vocabulary.Vocabularies;

/** All work for one response shares a single time limit and stops when it is used up. */
class SearchBudgetTest {
    private static final Query PAIN = new Query.Word("pain", new Span(0, 4));
    private static final Query NEAR =
            new Query.Near(PAIN, new Query.Word("persists", new Span(9, 17)), new Query.Within.Words(5, false));

    @TempDir
    private Path folder;

    private LuceneEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
        try (var writer = engine.writer()) {
            writer.put(LetterBuilder.letter("knee")
                    .issue("MRI of the knee", Decision.UPHELD, "MRI", "Knee", "Pain persists.")
                    .make());
            writer.commit();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** The matching issues are known from the first search, so that only the steps after matching remain. */
    @Test
    void rankingMarkingAndSimilarIssuesKeepTheDeadline() {
        for (var sort : Sort.values()) {
            var all = Search.of(PAIN);
            var search = new Search(
                    all.query(), all.plain(), all.selection(), all.options(), sort, all.paging(), all.since());
            assertEquals(1, engine.search(search).total().issues());
            assertThrows(TimedOut.class, () -> over().run(() -> engine.search(search)), sort::name);
        }
        assertThrows(TimedOut.class, () -> over().run(() -> engine.findSimilar("knee", 1, 5)));
    }

    @Test
    void findingKeepsTheDeadline() {
        assertThrows(TimedOut.class, () -> over().run(() -> engine.count(Search.of(NEAR))));
        assertEquals(1, engine.count(Search.of(NEAR)).issues());
    }

    @Test
    void tablesOfOutcomesKeepTheDeadline() {
        var all = Search.of(new Query.Everything());
        assertThrows(TimedOut.class, () -> over().run(() -> engine.countOutcomes(all, List.of(Dimension.TREATMENT))));
        assertEquals(
                1,
                engine.countOutcomes(all, List.of(Dimension.TREATMENT)).total().issues());
    }

    @Test
    void aTurnThatIsEndedEndsItsSearch() {
        var ended = new IllegalStateException("others wait");
        var budget = new SearchBudget(Duration.ofMinutes(1), used -> {
            throw ended;
        });
        assertSame(
                ended,
                assertThrows(IllegalStateException.class, () -> budget.run(() -> engine.count(Search.of(NEAR)))));
        assertEquals(1, engine.count(Search.of(NEAR)).issues());
    }

    private static SearchBudget over() {
        return new SearchBudget(Duration.ZERO, used -> {});
    }
}
