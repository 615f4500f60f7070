package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What saved searches must do on any database.
 */
abstract class SavedSearchesContract {
    static final Owner MINE = Owner.ofToken("my secret");
    static final Owner OTHER = Owner.ofToken("another secret");
    static final Instant INDEX = Instant.parse("2024-01-01T00:00:00.123456789Z");
    static final Draft XRAY = new Draft("X-rays", "for the brief", "/search?modality=X-ray");

    Instant now = Instant.parse("2024-05-01T10:00:00Z");
    SavedSearches saved;

    /** The address of a database that is empty at the start of each test and exists until its end. */
    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        saved = SavedSearches.open(address(), () -> now);
    }

    @AfterEach
    void close() {
        saved.close();
    }

    final void reopen() {
        close();
        open();
    }

    @Test
    void keepsSavedSearchesAcrossARestart() {
        var created = saved.create(MINE, XRAY, INDEX);
        reopen();
        assertEquals(Optional.of(created), saved.find(created.id()));
        assertEquals(new Moment(now, INDEX), created.created());
        assertEquals(Optional.empty(), created.opened());
    }

    @Test
    void listsTheOwnersSearchesNewestFirst() {
        var first = saved.create(MINE, XRAY, INDEX);
        now = now.plus(Duration.ofHours(1));
        var second = saved.create(MINE, new Draft("MRI", "", "/search?modality=MRI"), INDEX);
        saved.create(OTHER, XRAY, INDEX);
        assertEquals(List.of(second, first), saved.ownedBy(MINE));
    }

    @Test
    void onlyTheOwnerRenamesAndDeletes() {
        var created = saved.create(MINE, XRAY, INDEX);
        var renamed = new Draft("Neck", "new note", XRAY.url());
        assertFalse(saved.change(created.id(), OTHER, renamed));
        assertFalse(saved.delete(created.id(), OTHER));
        assertTrue(saved.change(created.id(), MINE, renamed));
        assertEquals(renamed, saved.find(created.id()).orElseThrow().draft());
        assertTrue(saved.delete(created.id(), MINE));
        assertEquals(Optional.empty(), saved.find(created.id()));
    }

    @Test
    void onlyTheOwnerDismissesAndTheMarkNeverGoesBack() {
        var created = saved.create(MINE, XRAY, INDEX);
        assertFalse(saved.dismiss(created.id(), OTHER, INDEX.plusSeconds(5)));
        assertEquals(created.created(), saved.find(created.id()).orElseThrow().baseline());
        assertTrue(saved.dismiss(created.id(), MINE, INDEX.plusSeconds(5)));
        assertFalse(saved.dismiss(created.id(), MINE, INDEX));
        assertEquals(
                new Moment(now, INDEX.plusSeconds(5)),
                saved.find(created.id()).orElseThrow().baseline());
    }

    @Test
    void onlyTheOwnersOpeningMovesTheMark() {
        var created = saved.create(MINE, XRAY, INDEX);
        saved.markOpened(created.id(), OTHER, INDEX);
        assertEquals(Optional.empty(), saved.find(created.id()).orElseThrow().opened());
        now = now.plus(Duration.ofDays(1));
        saved.markOpened(created.id(), MINE, INDEX.plusSeconds(5));
        assertEquals(
                Optional.of(new Moment(now, INDEX.plusSeconds(5))),
                saved.find(created.id()).orElseThrow().opened());
    }

    @Test
    void theMarkNeverGoesBackEvenWhenTheClockDoes() {
        var created = saved.create(MINE, XRAY, INDEX);
        saved.markOpened(created.id(), MINE, INDEX.plusSeconds(9));
        var mark = saved.find(created.id()).orElseThrow().opened();
        now = now.minus(Duration.ofDays(3));
        saved.markOpened(created.id(), MINE, INDEX);
        assertEquals(mark, saved.find(created.id()).orElseThrow().opened());
    }

    @Test
    void addsAnotherListOnceOnly() {
        var list = List.of(
                new SavedSearches.Imported(XRAY, new Moment(now.minusSeconds(60), INDEX)),
                new SavedSearches.Imported(new Draft("All", "", "/search"), new Moment(now, INDEX)));
        assertEquals(2, saved.add(MINE, list).size());
        assertEquals(List.of(), saved.add(MINE, list));
        assertEquals(2, saved.add(OTHER, list).size());
        assertEquals(4, saved.count());
    }

    @Test
    void refusesOneTooManyAndKeepsNoneOfThatList() {
        var many = Stream.iterate(1, i -> i + 1)
                .limit(SavedSearches.MAX_PER_OWNER + 1L)
                .map(i -> new SavedSearches.Imported(new Draft("n" + i, "", "/search?q=" + i), new Moment(now, INDEX)))
                .toList();
        var refused = assertThrows(InvalidInputException.class, () -> saved.add(MINE, many));
        assertEquals("you keep 2000 searches, the maximum; delete one first", refused.getMessage());
        assertEquals(0, saved.count());
    }

    @Test
    void keepsMarkupQuotesAndEmojiAsTheyAre() {
        var draft = new Draft("<b>\"';DROP TABLE--", "= 1+1 \uD83E\uDE7B", "/search?q=%3Cb%3E");
        var created = saved.create(MINE, draft, INDEX);
        assertEquals(draft, saved.find(created.id()).orElseThrow().draft());
    }
}
