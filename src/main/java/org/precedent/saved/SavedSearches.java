package org.precedent.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Repository of saved searches in a SQLite file or a PostgreSQL database. A write is durable once its method returns. Thread-safe, and
 * several processes may use one database. Every method throws {@link DatabaseUnavailableException} when the database cannot be used.
 */
public final class SavedSearches implements AutoCloseable {
    /** Maximum number of saved searches per owner. */
    public static final int MAX_PER_OWNER = 2000;

    private static final String TABLE = "saved_search";
    private static final long NANOS = 1_000_000_000L;

    private final Database database;
    private final InstantSource clock;

    /** On a read-only disk, the copy that is read instead of the file. */
    private final Optional<ReadOnlyCopy> copy;

    private SavedSearches(Database database, InstantSource clock, Optional<ReadOnlyCopy> copy) {
        this.database = database;
        this.clock = clock;
        this.copy = copy;
    }

    /**
     * Opens the file, or creates it if it does not exist.
     *
     * @throws DatabaseUnavailableException if it cannot be opened, is damaged, or was written by a newer version of the program
     */
    public static SavedSearches open(Path file, InstantSource clock) {
        return open(new DatabaseAddress.SqliteFile(file), clock);
    }

    /**
     * Opens the database and creates missing tables.
     *
     * @throws DatabaseUnavailableException if it cannot be opened, is damaged, or was written by a newer version of the program
     */
    public static SavedSearches open(DatabaseAddress address, InstantSource clock) {
        return new SavedSearches(Database.open(address), clock, Optional.empty());
    }

    /**
     * Opens the database even if it is a file on a read-only disk; every write then throws {@link DatabaseUnavailableException}.
     *
     * @throws DatabaseUnavailableException if it cannot be opened, is damaged, or was written by a newer version of the program
     */
    public static SavedSearches openToRead(DatabaseAddress address, InstantSource clock) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> openToRead(sqlite.file(), clock);
            case DatabaseAddress.PostgresServer server -> open(server, clock);
        };
    }

    /**
     * Opens the file even if it is on a read-only disk; every write then throws {@link DatabaseUnavailableException}.
     *
     * @throws DatabaseUnavailableException if it cannot be opened, is damaged, or was written by a newer version of the program
     */
    public static SavedSearches openToRead(Path file, InstantSource clock) {
        if (!ReadOnlyCopy.isNeeded(file)) {
            return open(file, clock);
        }
        try {
            var copy = ReadOnlyCopy.of(file);
            try {
                return new SavedSearches(SqliteDatabase.open(file, copy.file()), clock, Optional.of(copy));
            } catch (RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(file + ": cannot be copied to be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Whether nothing can be saved because the database is on a read-only disk.
     */
    public boolean isReadOnly() {
        return copy.isPresent();
    }

    /**
     * Saves a search.
     *
     * @param indexAsOf when the newest visible determination was added or changed
     * @throws InvalidInputException if the owner has too many saved searches
     */
    public SavedSearch create(Owner owner, Draft draft, Instant indexAsOf) {
        var saved = SavedSearch.create(owner, draft, new Moment(clock.instant(), indexAsOf));
        database.write(handle -> {
            insert(handle, saved);
            return saved;
        });
        return saved;
    }

    /**
     * Imports saved searches from another list under new ids, all or none. Skips those that the owner already has, by name and URL.
     *
     * @return the searches added, in the given order
     * @throws InvalidInputException if the owner would have too many saved searches
     */
    public List<SavedSearch> add(Owner owner, List<Imported> list) {
        return database.write(handle -> list.stream()
                .filter(one -> !has(handle, owner, one.draft()))
                .map(one -> SavedSearch.create(owner, one.draft(), one.created()))
                .peek(one -> insert(handle, one))
                .toList());
    }

    /**
     * Saved search from another list.
     *
     * @param draft name, note and URL
     * @param created when it was originally saved
     */
    public record Imported(Draft draft, Moment created) {}

    /**
     * Finds a saved search by its id, for any visitor.
     */
    public Optional<SavedSearch> find(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM saved_search WHERE id = :id")
                .bind("id", id)
                .map(SavedSearches::row)
                .findOne());
    }

    /**
     * The saved searches of an owner, newest first.
     */
    public List<SavedSearch> ownedBy(Owner owner) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM saved_search WHERE owner = :owner ORDER BY created DESC, id")
                .bind("owner", owner.hash())
                .map(SavedSearches::row)
                .list());
    }

    /**
     * The saved searches of all owners, newest first.
     */
    public List<SavedSearch> all() {
        return database.read(handle -> handle.createQuery("SELECT * FROM saved_search ORDER BY created DESC, id")
                .map(SavedSearches::row)
                .list());
    }

    /**
     * Records that the owner opened the search; new results remain new. The recorded time never moves back. Does nothing for anyone but the
     * owner.
     *
     * @return whether this owner has the search
     */
    public boolean markOpened(String id, Owner owner, Instant indexAsOf) {
        var now = clock.instant();
        return database.write(handle -> sealed(
                handle,
                id,
                handle.createUpdate("""
                        UPDATE saved_search SET
                          opened = CASE WHEN opened > :at THEN opened ELSE :at END,
                          opened_as_of = CASE WHEN opened_as_of > :asOf THEN opened_as_of ELSE :asOf END
                        WHERE id = :id AND owner = :owner""")
                        .bind("at", nanos(now))
                        .bind("asOf", nanos(indexAsOf))
                        .bind("id", id)
                        .bind("owner", owner.hash())
                        .execute()));
    }

    /**
     * Marks the current results as seen, so that only results added after this state of the index count as new. The state never moves back.
     * Does nothing for anyone but the owner.
     *
     * @param indexAsOf the state of the index that the owner was shown
     * @return whether this owner has the search and the state was updated
     */
    public boolean dismiss(String id, Owner owner, Instant indexAsOf) {
        var now = clock.instant();
        return database.write(handle -> sealed(
                handle,
                id,
                handle.createUpdate("""
                        UPDATE saved_search SET seen = :at, seen_as_of = :asOf
                        WHERE id = :id AND owner = :owner AND (seen_as_of IS NULL OR seen_as_of <= :asOf)""")
                        .bind("at", nanos(now))
                        .bind("asOf", nanos(indexAsOf))
                        .bind("id", id)
                        .bind("owner", owner.hash())
                        .execute()));
    }

    /**
     * Changes the name and note of an owner's search; the search itself is unchanged.
     *
     * @return whether this owner has the search
     */
    public boolean change(String id, Owner owner, Draft draft) {
        return database.write(handle -> sealed(
                handle,
                id,
                handle.createUpdate("""
                        UPDATE saved_search SET name = :name, note = :note, note_shared = :shared
                        WHERE id = :id AND owner = :owner""")
                        .bind("name", draft.name())
                        .bind("note", draft.note())
                        .bind("shared", draft.noteShared() ? 1 : 0)
                        .bind("id", id)
                        .bind("owner", owner.hash())
                        .execute()));
    }

    private static boolean sealed(Handle handle, String id, int changed) {
        RowChecksums.update(handle, TABLE, id);
        return changed == 1;
    }

    /**
     * Deletes a search of this owner.
     *
     * @return whether this owner had the search
     */
    public boolean delete(String id, Owner owner) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM saved_search WHERE id = :id AND owner = :owner")
                                .bind("id", id)
                                .bind("owner", owner.hash())
                                .execute()
                        == 1);
    }

    /**
     * Email alerts in the same database.
     */
    public Alerts alerts() {
        return new Alerts(database, clock);
    }

    /**
     * Corrections in the same database.
     */
    public Corrections corrections() {
        return new Corrections(database, clock);
    }

    /**
     * Folders and trays in the same database.
     */
    public Folders folders() {
        return new Folders(database, clock);
    }

    /**
     * Total number of saved searches.
     */
    public long count() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM saved_search")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Copies all saved searches to a new file while the database is in use.
     *
     * @throws UnsupportedOperationException for PostgreSQL, which has its own backup tools
     */
    public void backup(Path target) {
        database.copyTo(target);
    }

    /**
     * The complete contents of the database at one point in time.
     */
    public StoreContents export() {
        return database.write(StoreContents::read);
    }

    /**
     * Imports the contents of another database, all or none.
     *
     * @param place name of this database, for messages
     * @throws InvalidInputException if this database is not empty, or the contents are not a valid export
     */
    public void restore(StoreContents contents, String place) {
        database.write(handle -> {
            contents.write(handle, place);
            return contents;
        });
    }

    /**
     * Damage found in the database, one sentence each; empty if there is none.
     */
    public List<String> damage() {
        return database.damage();
    }

    @Override
    public void close() {
        database.close();
        copy.ifPresent(SavedSearches::delete);
    }

    private static void delete(ReadOnlyCopy copy) {
        try {
            copy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void insert(Handle handle, SavedSearch saved) {
        if (countOf(handle, saved.owner()) >= MAX_PER_OWNER) {
            throw new InvalidInputException(
                    "name", "you keep " + MAX_PER_OWNER + " searches, the maximum; delete one first");
        }
        handle.createUpdate("""
                        INSERT INTO saved_search (id, owner, name, note, note_shared, url, created, created_as_of, widening_rule)
                        VALUES (:id, :owner, :name, :note, :shared, :url, :created, :asOf, :rule)""")
                .bind("id", saved.id())
                .bind("owner", saved.owner().hash())
                .bind("name", saved.draft().name())
                .bind("note", saved.draft().note())
                .bind("shared", saved.draft().noteShared() ? 1 : 0)
                .bind("url", saved.draft().url())
                .bind("created", nanos(saved.created().at()))
                .bind("asOf", nanos(saved.created().indexAsOf()))
                .bind("rule", saved.wideningRule())
                .execute();
        RowChecksums.update(handle, TABLE, saved.id());
    }

    private static int countOf(Handle handle, Owner owner) {
        return handle.createQuery("SELECT count(*) FROM saved_search WHERE owner = :owner")
                .bind("owner", owner.hash())
                .mapTo(Integer.class)
                .one();
    }

    private static boolean has(Handle handle, Owner owner, Draft draft) {
        return handle.createQuery("SELECT 1 FROM saved_search WHERE owner = :owner AND url = :url AND name = :name")
                .bind("owner", owner.hash())
                .bind("url", draft.url())
                .bind("name", draft.name())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static SavedSearch row(ResultSet row, StatementContext context) throws SQLException {
        return new SavedSearch(
                row.getString("id"),
                new Owner(row.getString("owner")),
                new Draft(
                        row.getString("name"),
                        row.getString("note"),
                        row.getString("url"),
                        row.getInt("note_shared") == 1),
                new Moment(instant(row.getLong("created")), instant(row.getLong("created_as_of"))),
                moment(row, "opened"),
                moment(row, "seen"),
                row.getInt("widening_rule"));
    }

    private static Optional<Moment> moment(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Moment(instant(at), instant(row.getLong(column + "_as_of"))));
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }
}
