package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs the contract of saved searches on PostgreSQL, including several servers on a shared database.
 */
class PostgresSavedSearchesTest extends SavedSearchesContract {
    @RegisterExtension
    static final TestPostgres SERVER = new TestPostgres();

    private final DatabaseAddress.PostgresServer database = SERVER.database();

    @Override
    DatabaseAddress address() {
        return database;
    }

    @Test
    void serversThatStartTogetherMigrateOnce() throws Exception {
        var fresh = SERVER.database();
        var opened = together(6, () -> SavedSearches.open(fresh, () -> now));
        opened.forEach(one -> assertEquals(0, one.count()));
        opened.getFirst().create(MINE, XRAY, INDEX);
        opened.forEach(one -> assertEquals(1, one.count()));
        opened.forEach(SavedSearches::close);
    }

    @Test
    void theLimitPerOwnerHoldsAcrossServers() throws Exception {
        int room = 5;
        var list = IntStream.range(0, SavedSearches.MAX_PER_OWNER - room)
                .mapToObj(i -> new SavedSearches.Imported(
                        new Draft("n" + i, "", "/search?q=" + i, false), new Moment(now, INDEX)))
                .toList();
        saved.add(MINE, list);
        try (var other = SavedSearches.open(database, () -> now)) {
            var kept = Stream.concat(
                            IntStream.range(0, 6).mapToObj(i -> saved),
                            IntStream.range(0, 6).mapToObj(i -> other))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(12)) {
                var tries = kept.stream()
                        .map(one -> threads.submit(() -> {
                            try {
                                one.create(MINE, XRAY, INDEX);
                                return 1;
                            } catch (InvalidInputException e) {
                                return 0;
                            }
                        }))
                        .toList();
                int created = 0;
                for (var attempt : tries) {
                    created += attempt.get();
                }
                assertEquals(room, created);
            }
        }
        assertEquals(SavedSearches.MAX_PER_OWNER, saved.ownedBy(MINE).size());
    }

    private static <T> List<T> together(int count, Callable<T> task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var results =
                    threads.invokeAll(Stream.generate(() -> task).limit(count).toList());
            var values = new ArrayList<T>();
            for (var result : results) {
                values.add(result.get());
            }
            return values;
        }
    }

    @Test
    void aRowThatWasChangedByOthersIsDamage() {
        var created = saved.create(MINE, XRAY, INDEX);
        assertEquals(List.of(), saved.damage());
        TestPostgres.execute(database, "UPDATE saved_search SET name = 'Y-rays'");
        assertEquals(
                List.of(database.url() + ": the saved search " + created.id()
                        + " differs from what was saved; restore a backup"),
                saved.damage());
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() {
        TestPostgres.execute(database, "UPDATE schema_version SET version = 99");
        assertRefused(database, "found version 99: it was written by a newer version of Precedent");
    }

    @Test
    void whatIsWrongIsNamedWithARemedy() {
        assertRefused(
                SERVER.address("nowhere", "postgres"),
                "database \"nowhere\" does not exist; create the database (createdb");
        assertRefused(
                new DatabaseAddress.PostgresServer(
                        "jdbc:postgresql://127.0.0.1:9/x", database.user(), database.passwordFile()),
                "check that the database server is running and that --database has its host and port");
        assertRefused(SERVER.address("postgres", "nobody"), "check --database-user");
        SERVER.execute("CREATE ROLE reader LOGIN");
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        var fresh = SERVER.database();
        var other = fresh.url().substring(fresh.url().lastIndexOf('/') + 1);
        assertRefused(SERVER.address(other, "reader"), "GRANT CREATE ON SCHEMA public TO USER");
        TestPostgres.execute(database, "ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        assertRefused(database, "give the primary with --database");
    }

    @Test
    void theServerOfTheDatabaseMayRestart() {
        saved.create(MINE, XRAY, INDEX);
        // terminates every connection of the pool, as a restart of the database server does
        SERVER.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'precedent'");
        assertTrue(succeedsWithin(5), "the pool finds new connections");
        assertTrue(saved.count() >= 1);
    }

    private boolean succeedsWithin(int attempts) {
        for (int i = 0; i < attempts; i++) {
            try {
                saved.create(MINE, XRAY, INDEX);
                return true;
            } catch (DatabaseUnavailableException e) {
                assertTrue(String.valueOf(e.getMessage()).startsWith(database.url()), e.getMessage());
            }
        }
        return false;
    }

    private void assertRefused(DatabaseAddress.PostgresServer address, String message) {
        var refused = assertThrows(
                DatabaseUnavailableException.class,
                () -> SavedSearches.open(address, () -> now).close());
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith(address.url() + ": ")
                        && String.valueOf(refused.getMessage()).contains(message),
                refused.getMessage());
    }
}
