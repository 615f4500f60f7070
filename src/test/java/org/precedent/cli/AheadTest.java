package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AheadTest {
    @Test
    void theValueIsCreatedOnceWithOrWithoutAThreadOfItsOwn() {
        var created = new AtomicInteger();
        var unstarted = new Ahead<>(created::incrementAndGet);
        assertEquals(1, unstarted.get());
        assertEquals(1, unstarted.get());
        var started = new Ahead<>(created::incrementAndGet);
        started.start("ahead");
        assertEquals(2, started.get());
        assertEquals(Optional.of(2), started.created());
    }

    @Test
    void aFailureIsThrownToWhoeverNeedsTheValue() {
        var failure = new IllegalArgumentException("expected");
        var ahead = new Ahead<String>(() -> {
            throw failure;
        });
        ahead.start("ahead");
        assertSame(failure, assertThrows(IllegalArgumentException.class, ahead::get));
        assertEquals(Optional.empty(), ahead.created());
    }
}
