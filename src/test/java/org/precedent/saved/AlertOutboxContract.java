package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What alerts and their outbox must do on any database.
 */
abstract class AlertOutboxContract {
    private static final Owner MINE = Owner.ofToken("my secret");
    private static final Owner OTHER = Owner.ofToken("another secret");
    private static final Instant INDEX = Instant.parse("2024-01-01T00:00:00Z");
    private static final String KIM = "kim@firm.example";
    private static final Alert.Text TEXT = new Alert.Text("1 new", "body", "https://imr.example/alerts/x");

    private Instant now = Instant.parse("2024-05-01T10:00:00Z");
    private SavedSearches saved;
    private Alerts alerts;
    private String search;

    /** The address of a database that is empty at the start of each test. */
    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        saved = SavedSearches.open(address(), () -> now);
        alerts = saved.alerts();
        search = saved.create(MINE, new Draft("Necks", "", "/search?q=neck"), INDEX)
                .id();
    }

    @AfterEach
    void close() {
        saved.close();
    }

    @Test
    void onlyConfirmedAlertsAreDueAndOnlyOnceInAnInterval() {
        assertTrue(alerts.add(Alert.Subject.search(search), MINE, KIM, INDEX, token -> TEXT));
        now = now.plus(Duration.ofDays(2));
        assertEquals(List.of(), alerts.due(Duration.ofDays(1)));
        var alert = alerts.list(search).getFirst();
        assertTrue(alerts.confirm(alert.token()));
        assertEquals(1, alerts.due(Duration.ofDays(1)).size());
        alerts.queue(alert, INDEX.plusSeconds(1), Optional.empty());
        assertEquals(List.of(), alerts.due(Duration.ofDays(1)));
        assertEquals(INDEX.plusSeconds(1), alerts.list(search).getFirst().sentAsOf());
    }

    @Test
    void whatAnotherProcessMailedIsNotMailedAgain() {
        var alert = confirmed();
        alerts.queue(alert, INDEX.plusSeconds(1), Optional.of(TEXT));
        alerts.queue(alert, INDEX.plusSeconds(1), Optional.of(TEXT));
        assertTrue(alerts.claim().isPresent());
        assertEquals(Optional.empty(), alerts.claim());
    }

    @Test
    void aClaimLastsAWhileAndIsThenMadeAgainUnderTheSameId() {
        alerts.queue(confirmed(), INDEX.plusSeconds(1), Optional.of(TEXT));
        var first = alerts.claim().orElseThrow();
        assertEquals(Optional.empty(), alerts.claim());
        now = now.plus(Alerts.CLAIM);
        var second = alerts.claim().orElseThrow();
        assertEquals(first.id(), second.id());
        assertEquals(TEXT, second.text());
        assertEquals(2, second.attempts());
        alerts.markSent(second);
        now = now.plus(Duration.ofDays(20));
        assertEquals(Optional.empty(), alerts.claim());
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndTheRestIsTriedEightTimes() {
        var alert = confirmed();
        alerts.queue(alert, INDEX.plusSeconds(1), Optional.of(TEXT));
        alerts.markFailed(alerts.claim().orElseThrow(), true);
        now = now.plus(Duration.ofDays(10));
        assertEquals(Optional.empty(), alerts.claim());
        alerts.queue(alerts.list(search).getFirst(), INDEX.plusSeconds(2), Optional.of(TEXT));
        int attempts = 0;
        for (var mail = alerts.claim(); mail.isPresent(); mail = alerts.claim()) {
            attempts++;
            alerts.markFailed(mail.get(), false);
            now = now.plus(Duration.ofDays(3));
        }
        assertEquals(8, attempts);
    }

    @Test
    void endingForgetsWhatWaits() {
        var alert = confirmed();
        alerts.queue(alert, INDEX.plusSeconds(1), Optional.of(TEXT));
        assertTrue(alerts.end(alert.token()));
        assertFalse(alerts.end(alert.token()));
        assertEquals(Optional.empty(), alerts.claim());
        assertEquals(List.of(), alerts.list(search));
    }

    @Test
    void onlyTheOwnerAddsAndBoundsAreRefused() {
        assertFalse(alerts.add(Alert.Subject.search(search), OTHER, KIM, INDEX, token -> TEXT));
        for (int i = 0; i < Alerts.MAX_PER_SUBJECT; i++) {
            assertTrue(alerts.add(Alert.Subject.search(search), MINE, i + KIM, INDEX, token -> TEXT));
        }
        assertThrows(
                InvalidInputException.class,
                () -> alerts.add(Alert.Subject.search(search), MINE, KIM, INDEX, token -> TEXT));
        assertThrows(InvalidInputException.class, () -> {
            for (int i = 0; i < Alerts.MAX_TO_ADDRESS; i++) {
                alerts.add(Alert.Subject.search(search), MINE, 0 + KIM, INDEX, token -> TEXT);
            }
        });
    }

    @Test
    void oneOwnerAsksForFewConfirmationsADay() {
        int asked = 0;
        InvalidInputException refused = null;
        while (refused == null) {
            var next = saved.create(MINE, new Draft("n" + asked, "", "/search?q=" + asked), INDEX)
                    .id();
            try {
                alerts.add(Alert.Subject.search(next), MINE, asked + KIM, INDEX, token -> TEXT);
                asked++;
            } catch (InvalidInputException e) {
                refused = e;
            }
        }
        assertEquals(Alerts.MAX_FOR_OWNER, asked);
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
        assertTrue(alerts.add(Alert.Subject.search(search), MINE, KIM, INDEX, token -> TEXT), "the next day again");
    }

    @Test
    void whatWasNeverConfirmedIsForgotten() {
        alerts.add(Alert.Subject.search(search), MINE, KIM, INDEX, token -> TEXT);
        now = now.plus(Duration.ofDays(6));
        alerts.prune();
        assertEquals(1, alerts.list(search).size());
        now = now.plus(Duration.ofDays(2));
        alerts.prune();
        assertEquals(List.of(), alerts.list(search));
    }

    private Alert confirmed() {
        alerts.add(Alert.Subject.search(search), MINE, KIM, INDEX, token -> TEXT);
        alerts.markSent(alerts.claim().orElseThrow());
        var alert = alerts.list(search).getFirst();
        alerts.confirm(alert.token());
        return alert;
    }
}
