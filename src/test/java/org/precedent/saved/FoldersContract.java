package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What folders and trays must do on any database.
 */
abstract class FoldersContract {
    static final Owner MINE = Owner.ofToken("my secret");
    static final Owner OTHER = Owner.ofToken("another secret");
    static final Instant INDEX = Instant.parse("2024-01-01T00:00:00Z");
    static final IssueKey NECK = new IssueKey("CM14-0000001", 2);
    static final IssueKey KNEE = new IssueKey("a:b c", 1);
    static final Folder.Cover COVER = new Folder.Cover("Necks", "weak point", false);

    private final Instant now = Instant.parse("2024-05-01T10:00:00Z");
    SavedSearches saved;
    private Folders folders;

    /** The address of a database that is empty at the start of each test. */
    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        saved = SavedSearches.open(address(), () -> now);
        folders = saved.folders();
    }

    @AfterEach
    void close() {
        saved.close();
    }

    @Test
    void theTrayKeepsOrderAndHoldsAnIssueOnce() {
        folders.addToTray(MINE, List.of(KNEE, NECK), INDEX);
        folders.addToTray(MINE, List.of(NECK), INDEX.plusSeconds(9));
        folders.addToTray(OTHER, List.of(NECK), INDEX);
        assertEquals(List.of(KNEE, NECK), folders.trayKeys(MINE));
        assertEquals(
                INDEX, folders.tray(MINE).orElseThrow().issues().get(1).added().indexAsOf());
        folders.removeFromTray(MINE, List.of(KNEE));
        assertEquals(List.of(NECK), folders.trayKeys(MINE));
        folders.clearTray(MINE);
        assertEquals(List.of(), folders.trayKeys(MINE));
        assertEquals(List.of(NECK), folders.trayKeys(OTHER));
    }

    @Test
    void aKeptTrayIsAFolderAndTheNextTrayBeginsEmpty() {
        folders.addToTray(MINE, List.of(NECK), INDEX);
        var id = folders.keepTray(MINE, COVER);
        assertEquals(List.of(), folders.trayKeys(MINE));
        var kept = folders.find(id).orElseThrow();
        assertEquals(COVER, kept.cover());
        assertEquals(NECK, kept.issues().getFirst().key());
        folders.addToTray(MINE, List.of(KNEE), INDEX);
        assertTrue(folders.moveTrayTo(id, MINE, INDEX));
        assertEquals(2, folders.find(id).orElseThrow().issues().size());
        assertEquals(List.of(), folders.trayKeys(MINE));
        assertEquals(List.of(id), folders.ownedBy(MINE).stream().map(Folder::id).toList());
    }

    @Test
    void anEmptyTrayIsNotKept() {
        assertThrows(InvalidInputException.class, () -> folders.keepTray(MINE, COVER));
        folders.addToTray(MINE, List.of(NECK), INDEX);
        folders.removeFromTray(MINE, List.of(NECK));
        assertThrows(InvalidInputException.class, () -> folders.keepTray(MINE, COVER));
    }

    @Test
    void onlyTheOwnerChangesAFolder() {
        var id = kept();
        var item = folders.find(id).orElseThrow().issues().getFirst().id();
        var before = folders.find(id);
        folders.addToTray(OTHER, List.of(KNEE), INDEX);
        assertFalse(folders.change(id, OTHER, new Folder.Cover("stolen", "", true)));
        assertFalse(folders.annotate(id, OTHER, item, "x"));
        assertFalse(folders.remove(id, OTHER, item));
        assertFalse(folders.moveTrayTo(id, OTHER, INDEX));
        assertFalse(folders.delete(id, OTHER));
        assertEquals(before, folders.find(id));
        assertTrue(folders.annotate(id, MINE, item, "see p. 4"));
        assertEquals(
                "see p. 4", folders.find(id).orElseThrow().issues().getFirst().note());
        assertTrue(folders.remove(id, MINE, item));
        assertTrue(folders.delete(id, MINE));
        assertEquals(Optional.empty(), folders.find(id));
    }

    @Test
    void anItemIsChangedOnlyThroughItsOwnFolder() {
        var id = kept();
        var second = kept();
        var item = folders.find(id).orElseThrow().issues().getFirst().id();
        assertFalse(folders.annotate(second, MINE, item, "x"));
        assertFalse(folders.remove(second, MINE, item));
    }

    @Test
    void farTooManyAreRefusedBeforeAnythingIsWritten() {
        var endless = new AbstractCollection<IssueKey>() {
            @Override
            public Iterator<IssueKey> iterator() {
                throw new AssertionError("others wait while this is written");
            }

            @Override
            public int size() {
                return 100_000;
            }
        };
        assertThrows(InvalidInputException.class, () -> folders.addToTray(MINE, endless, INDEX));
    }

    @Test
    void boundsAreRefusedInWordsAndNothingOfItIsKept() {
        var many = IntStream.rangeClosed(1, Folders.MAX_ISSUES + 1)
                .mapToObj(i -> new IssueKey("CM", i))
                .toList();
        var refused = assertThrows(InvalidInputException.class, () -> folders.addToTray(MINE, many, INDEX));
        assertEquals("more than 500 issues do not fit; remove some first", refused.getMessage());
        assertEquals(List.of(), folders.trayKeys(MINE));
        assertThrows(InvalidInputException.class, () -> Folder.Cover.parse("n".repeat(201), "", false));
        assertThrows(InvalidInputException.class, () -> Folder.Cover.parse(" ", "", false));
        assertThrows(InvalidInputException.class, () -> Folder.Cover.parse("n", "x".repeat(4001), false));
        var id = kept();
        var item = folders.find(id).orElseThrow().issues().getFirst().id();
        assertThrows(InvalidInputException.class, () -> folders.annotate(id, MINE, item, "x".repeat(4001)));
    }

    @Test
    void ticksOfSeveralWindowsAtOnceAreAllKept() throws Exception {
        try (var windows = Executors.newFixedThreadPool(8)) {
            var ticks = IntStream.rangeClosed(1, 64)
                    .mapToObj(i -> windows.submit(() -> folders.addToTray(MINE, List.of(new IssueKey("CM", i)), INDEX)))
                    .toList();
            for (var tick : ticks) {
                tick.get();
            }
        }
        assertEquals(64, folders.trayKeys(MINE).stream().distinct().count());
    }

    final String kept() {
        folders.addToTray(MINE, List.of(NECK), INDEX);
        return folders.keepTray(MINE, COVER);
    }
}
