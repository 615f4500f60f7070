package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Alerts of several servers on a shared PostgreSQL database: every mail is queued once and claimed once.
 */
class PostgresAlertsTest {
    private static final Owner MINE = Owner.ofToken("my secret");
    private static final Instant INDEX = Instant.parse("2024-01-01T00:00:00Z");
    private static final Alert.Text TEXT = new Alert.Text("Knees: 1 new", "One new determination.", "/alerts/x");

    @RegisterExtension
    static final TestPostgres SERVER = new TestPostgres();

    private Instant now = Instant.parse("2024-05-01T10:00:00Z");
    private SavedSearches one;
    private SavedSearches two;
    private String search = "";

    @BeforeEach
    void open() {
        var database = SERVER.database();
        one = SavedSearches.open(database, () -> now);
        two = SavedSearches.open(database, () -> now);
        search = one.create(MINE, SavedSearchesContract.XRAY, INDEX).id();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void anAddressIsConfirmedAtOneServerAndEndedAtTheOther() {
        var alert = confirmed("a@example.org");
        assertTrue(alert.confirmed().isPresent());
        assertEquals(List.of(alert), two.alerts().list(search));
        assertTrue(one.alerts().claim().isPresent(), "the confirmation");
        assertTrue(two.alerts().end(alert.token()));
        assertFalse(one.alerts().end(alert.token()));
        assertEquals(List.of(), one.alerts().list(search));
    }

    @Test
    void alertsOfSeveralServersAreMailedOnce() throws Exception {
        var alert = confirmed("a@example.org");
        one.alerts().markSent(one.alerts().claim().orElseThrow());
        now = now.plus(Duration.ofDays(1));
        assertEquals(List.of(alert), two.alerts().due(Duration.ofHours(1)));
        together(i -> {
            alerts(i).queue(alert, INDEX.plusSeconds(5), Optional.of(TEXT));
            return true;
        });
        var claimed = together(i -> alerts(i).claim());
        var mails = claimed.stream().flatMap(Optional::stream).toList();
        assertEquals(1, mails.size());
        assertEquals(TEXT, mails.getFirst().text());
        two.alerts().markFailed(mails.getFirst(), false);
        now = now.plus(Duration.ofDays(1));
        var again = one.alerts().claim().orElseThrow();
        assertEquals(mails.getFirst().id(), again.id());
        one.alerts().markSent(again);
        now = now.plus(Duration.ofDays(1));
        assertEquals(Optional.empty(), two.alerts().claim());
        one.alerts().prune();
    }

    @Test
    void theBoundOfAddressesHoldsForSeveralServers() throws Exception {
        var added = together(i -> {
            try {
                return alerts(i)
                        .add(Alert.Subject.search(search), MINE, "a" + i + "@example.org", INDEX, token -> TEXT);
            } catch (InvalidInputException e) {
                return false;
            }
        });
        assertEquals(Alerts.MAX_PER_SUBJECT, added.stream().filter(done -> done).count());
        assertThrows(
                InvalidInputException.class,
                () -> one.alerts().add(Alert.Subject.search(search), MINE, "more@example.org", INDEX, token -> TEXT));
        assertTrue(one.delete(search, MINE));
        assertEquals(List.of(), two.alerts().list(search));
    }

    private Alert confirmed(String address) {
        assertTrue(one.alerts().add(Alert.Subject.search(search), MINE, address, INDEX, token -> TEXT));
        var token = two.alerts().list(search).getFirst().token();
        assertTrue(two.alerts().confirm(token));
        return one.alerts().byToken(token).orElseThrow();
    }

    private Alerts alerts(int i) {
        return (i % 2 == 0 ? one : two).alerts();
    }

    private interface Task<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> together(Task<T> task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<T>) () -> task.run(i))
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
