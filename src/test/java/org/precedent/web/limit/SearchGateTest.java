package org.precedent.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.precedent.search.request.SearchBudget;
import org.precedent.web.http.Failure;

/**
 * Which long searches are refused while others wait. Every search stays inside the gate until the end of a test, like a search that is
 * slow to return after its refusal.
 */
class SearchGateTest {
    private static final int PLACES = 4;

    private final SearchGate gate = new SearchGate(PLACES, Duration.ofMinutes(2), ConcurrencyLimiter.Listener.NONE);
    private final CountDownLatch latch = new CountDownLatch(1);
    private final List<CompletableFuture<Void>> searches = new ArrayList<>();

    @AfterEach
    void endSearches() {
        latch.countDown();
        searches.forEach(CompletableFuture::join);
    }

    @Test
    void oneOfAClientsLongSearchesContinues() {
        assertEquals(List.of(429, 429), refusals(List.of("a", "a", "a", "b")));
    }

    @Test
    void longSearchesKeepHalfOfThePermits() {
        assertEquals(List.of(503, 503), refusals(List.of("a", "b", "c", "d")));
    }

    /** Statuses of the refused searches after a search of each of these clients has taken long and another client waits. */
    private List<Integer> refusals(List<String> clients) {
        var running = new ArrayList<>(clients.stream().map(this::begin).toList());
        running.forEach(SearchGateTest::checkUntilLong);
        search("waiting", () -> {});
        var statuses = new ArrayList<Integer>();
        while (statuses.size() < 2) {
            running.removeIf(search -> isRefused(search, statuses));
        }
        for (int i = 0; i < PLACES; i++) {
            running.removeIf(search -> isRefused(search, statuses));
        }
        return statuses;
    }

    private static void checkUntilLong(SearchBudget search) {
        while (search.remaining().compareTo(Duration.ofSeconds(9)) >= 0) {
            search.check();
        }
        search.check();
    }

    private static boolean isRefused(SearchBudget search, List<Integer> statuses) {
        try {
            search.check();
            return false;
        } catch (Failure e) {
            statuses.add(e.answer().status());
            return true;
        }
    }

    /** Begins a search that runs until the end of the test. */
    private SearchBudget begin(String client) {
        var begun = new CompletableFuture<SearchBudget>();
        search(client, () -> {
            begun.complete(SearchBudget.current().orElseThrow());
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return begun.join();
    }

    private void search(String client, Runnable search) {
        searches.add(CompletableFuture.runAsync(
                () -> CurrentClient.runAs(
                        client,
                        () -> gate.run(() -> {
                            search.run();
                            return client;
                        })),
                Thread::startVirtualThread));
    }
}
