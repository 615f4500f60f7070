package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.precedent.search.SearchEngine.TimedOut;

class SearchDeadlineTest {
    @Test
    void saysWhatToNarrowOnceItHasPassed() {
        var passed = SearchDeadline.after(Duration.ofSeconds(-3));
        var refused = assertThrows(TimedOut.class, passed::check);
        assertTrue(String.valueOf(refused.getMessage()).contains("seconds; chain fewer"));
        assertDoesNotThrow(() -> SearchDeadline.after(Duration.ofDays(1)).check());
    }

    @Test
    void stepsAreCountedAndEndASearchThatHasPassed() {
        var open = SearchDeadline.after(Duration.ofDays(1));
        open.step(SearchDeadline.STEPS_PER_CHECK);
        open.part().step(3);
        open.step();
        assertEquals(SearchDeadline.STEPS_PER_CHECK + 4, open.steps());

        var passed = SearchDeadline.after(Duration.ofSeconds(-3));
        passed.step(SearchDeadline.STEPS_PER_CHECK - 1);
        assertThrows(TimedOut.class, () -> passed.step(2));
    }
}
