package org.precedent.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Repository of folders and trays, in the database of the saved searches. A write is durable once its method returns. Every method throws
 * {@link DatabaseUnavailableException} when the database cannot be used. Only the owner can change a folder; calls by others do
 * nothing.
 */
public final class Folders {
    /** Maximum number of folders per owner. */
    public static final int MAX_PER_OWNER = 200;

    /** Maximum number of issues per folder. */
    public static final int MAX_ISSUES = 500;

    private static final String FOLDER = "folder";
    private static final String ISSUE = "folder_issue";

    private final Database database;
    private final InstantSource clock;

    Folders(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The keys of the issues in an owner's tray, in the order they were added.
     */
    public List<IssueKey> trayKeys(Owner owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT i.determination, i.issue FROM folder_issue i JOIN folder f ON f.id = i.folder
                        WHERE f.owner = :owner AND f.tray = 1 ORDER BY i.added, i.id""")
                .bind("owner", owner.hash())
                .map((row, context) -> new IssueKey(row.getString("determination"), row.getInt("issue")))
                .list());
    }

    /**
     * An owner's tray; empty if the owner never added an issue to it.
     */
    public Optional<Folder> tray(Owner owner) {
        return database.read(handle -> trayId(handle, owner).flatMap(id -> load(handle, id)));
    }

    /**
     * Finds a folder or tray by its id, for any visitor.
     */
    public Optional<Folder> find(String id) {
        return database.read(handle -> load(handle, id));
    }

    /**
     * An owner's named folders, newest first.
     */
    public List<Folder> ownedBy(Owner owner) {
        return database.read(handle -> handle
                .createQuery("SELECT id FROM folder WHERE owner = :owner AND tray = 0 ORDER BY created DESC, id")
                .bind("owner", owner.hash())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(id -> load(handle, id).stream())
                .toList());
    }

    /**
     * Adds issues to the owner's tray; issues already in it are left unchanged.
     *
     * @param indexAsOf the state of the index in which they were seen
     * @throws InvalidInputException if the tray would have too many issues
     */
    public void addToTray(Owner owner, Collection<IssueKey> keys, Instant indexAsOf) {
        database.write(handle -> {
            var id = trayId(handle, owner).orElseGet(() -> insert(handle, owner, true, Folder.Cover.NONE));
            add(handle, id, keys, indexAsOf);
            return id;
        });
    }

    /**
     * Removes issues from the owner's tray.
     */
    public void removeFromTray(Owner owner, Collection<IssueKey> keys) {
        database.write(handle -> {
            trayId(handle, owner)
                    .ifPresent(id -> keys.forEach(key -> handle.createUpdate("""
                            DELETE FROM folder_issue
                            WHERE folder = :folder AND determination = :determination AND issue = :issue""")
                            .bind("folder", id)
                            .bind("determination", key.determination())
                            .bind("issue", key.issue())
                            .execute()));
            return keys;
        });
    }

    /**
     * Empties the owner's tray.
     */
    public void clearTray(Owner owner) {
        database.write(handle -> handle.createUpdate("DELETE FROM folder WHERE owner = :owner AND tray = 1")
                .bind("owner", owner.hash())
                .execute());
    }

    /**
     * Turns the owner's tray into a named folder; the owner's next tray is empty.
     *
     * @return the folder's id
     * @throws InvalidInputException if the tray is empty or the owner has too many folders
     */
    public String keepTray(Owner owner, Folder.Cover cover) {
        return database.write(handle -> {
            requireRoom(handle, owner);
            var id = trayId(handle, owner)
                    .filter(tray -> countIssues(handle, tray) > 0)
                    .orElseThrow(() -> new InvalidInputException("name", "the tray is empty; select issues first"));
            handle.createUpdate("UPDATE folder SET tray = 0, created = :created WHERE id = :id")
                    .bind("created", SavedSearches.nanos(clock.instant()))
                    .bind("id", id)
                    .execute();
            write(handle, id, owner, cover);
            return id;
        });
    }

    /**
     * Moves the issues in the owner's tray to one of the owner's folders.
     *
     * @return whether this owner has the folder
     * @throws InvalidInputException if the folder would have too many issues
     */
    public boolean moveTrayTo(String id, Owner owner, Instant indexAsOf) {
        return database.write(handle -> {
            boolean mine = isNamed(handle, id, owner);
            if (mine) {
                trayId(handle, owner).flatMap(tray -> load(handle, tray)).ifPresent(tray -> {
                    add(handle, id, tray.issues().stream().map(Folder.Item::key).toList(), indexAsOf);
                    handle.createUpdate("DELETE FROM folder WHERE id = :id")
                            .bind("id", tray.id())
                            .execute();
                });
            }
            return mine;
        });
    }

    /**
     * Changes the name and note of a folder.
     *
     * @return whether this owner has the folder
     */
    public boolean change(String id, Owner owner, Folder.Cover cover) {
        return database.write(handle -> isNamed(handle, id, owner) && write(handle, id, owner, cover));
    }

    /**
     * Changes the note on an issue in a folder.
     *
     * @return whether this owner has the folder and it contains the issue
     */
    public boolean annotate(String id, Owner owner, String item, String note) {
        var kept = new Draft("note", note, "/search").note();
        return database.write(handle -> isNamed(handle, id, owner)
                && sealed(
                        handle,
                        ISSUE,
                        item,
                        handle.createUpdate("UPDATE folder_issue SET note = :note WHERE id = :item AND folder = :id")
                                .bind("note", kept)
                                .bind("item", item)
                                .bind("id", id)
                                .execute()));
    }

    /**
     * Removes an issue from a folder.
     *
     * @return whether this owner has the folder and it contained the issue
     */
    public boolean remove(String id, Owner owner, String item) {
        return database.write(handle -> isNamed(handle, id, owner)
                && handle.createUpdate("DELETE FROM folder_issue WHERE id = :item AND folder = :id")
                                .bind("item", item)
                                .bind("id", id)
                                .execute()
                        == 1);
    }

    /**
     * Deletes a folder with its notes.
     *
     * @return whether this owner had the folder
     */
    public boolean delete(String id, Owner owner) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM folder WHERE id = :id AND owner = :owner AND tray = 0")
                                .bind("id", id)
                                .bind("owner", owner.hash())
                                .execute()
                        == 1);
    }

    private String insert(Handle handle, Owner owner, boolean tray, Folder.Cover cover) {
        var id = RandomId.next();
        handle.createUpdate("""
                        INSERT INTO folder (id, owner, name, note, notes_shared, tray, created)
                        VALUES (:id, :owner, :name, :note, :shared, :tray, :created)""")
                .bind("id", id)
                .bind("owner", owner.hash())
                .bind("name", cover.name())
                .bind("note", cover.note())
                .bind("shared", cover.notesShared() ? 1 : 0)
                .bind("tray", tray ? 1 : 0)
                .bind("created", SavedSearches.nanos(clock.instant()))
                .execute();
        RowChecksums.update(handle, FOLDER, id);
        return id;
    }

    private static boolean write(Handle handle, String id, Owner owner, Folder.Cover cover) {
        return sealed(
                handle,
                FOLDER,
                id,
                handle.createUpdate("""
                        UPDATE folder SET name = :name, note = :note, notes_shared = :shared
                        WHERE id = :id AND owner = :owner""")
                        .bind("name", cover.name())
                        .bind("note", cover.note())
                        .bind("shared", cover.notesShared() ? 1 : 0)
                        .bind("id", id)
                        .bind("owner", owner.hash())
                        .execute());
    }

    private void add(Handle handle, String folder, Collection<IssueKey> keys, Instant indexAsOf) {
        // rejects an oversized input before writing, because the transaction blocks all other writers
        requireFit(keys.size());
        var now = clock.instant();
        int added = 0;
        for (var key : keys) {
            var id = RandomId.next();
            handle.createUpdate("""
                            INSERT INTO folder_issue (id, folder, determination, issue, note, added, added_as_of)
                            VALUES (:id, :folder, :determination, :issue, '', :added, :asOf)
                            ON CONFLICT (folder, determination, issue) DO NOTHING""")
                    .bind("id", id)
                    .bind("folder", folder)
                    .bind("determination", key.determination())
                    .bind("issue", key.issue())
                    // distinct times keep the issues in the given order
                    .bind("added", SavedSearches.nanos(now) + added++)
                    .bind("asOf", SavedSearches.nanos(indexAsOf))
                    .execute();
            RowChecksums.update(handle, ISSUE, id);
        }
        requireFit(countIssues(handle, folder));
    }

    private static void requireFit(int issues) {
        if (issues > MAX_ISSUES) {
            throw new InvalidInputException("i", "more than " + MAX_ISSUES + " issues do not fit; remove some first");
        }
    }

    private static void requireRoom(Handle handle, Owner owner) {
        int kept = handle.createQuery("SELECT count(*) FROM folder WHERE owner = :owner AND tray = 0")
                .bind("owner", owner.hash())
                .mapTo(Integer.class)
                .one();
        if (kept >= MAX_PER_OWNER) {
            throw new InvalidInputException(
                    "name", "you keep " + MAX_PER_OWNER + " folders, the maximum; delete one first");
        }
    }

    private static int countIssues(Handle handle, String folder) {
        return handle.createQuery("SELECT count(*) FROM folder_issue WHERE folder = :folder")
                .bind("folder", folder)
                .mapTo(Integer.class)
                .one();
    }

    private static boolean sealed(Handle handle, String table, String id, int changed) {
        RowChecksums.update(handle, table, id);
        return changed == 1;
    }

    private static boolean isNamed(Handle handle, String id, Owner owner) {
        return handle.createQuery("SELECT 1 FROM folder WHERE id = :id AND owner = :owner AND tray = 0")
                .bind("id", id)
                .bind("owner", owner.hash())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static Optional<String> trayId(Handle handle, Owner owner) {
        return handle.createQuery("SELECT id FROM folder WHERE owner = :owner AND tray = 1")
                .bind("owner", owner.hash())
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<Folder> load(Handle handle, String id) {
        var items = handle.createQuery("SELECT * FROM folder_issue WHERE folder = :id ORDER BY added, id")
                .bind("id", id)
                .map(Folders::item)
                .list();
        return handle.createQuery("SELECT * FROM folder WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> folder(row, items))
                .findOne();
    }

    private static Folder folder(ResultSet row, List<Folder.Item> items) throws SQLException {
        return new Folder(
                row.getString("id"),
                new Owner(row.getString("owner")),
                row.getInt("tray") == 1,
                new Folder.Cover(row.getString("name"), row.getString("note"), row.getInt("notes_shared") == 1),
                SavedSearches.instant(row.getLong("created")),
                items);
    }

    private static Folder.Item item(ResultSet row, StatementContext context) throws SQLException {
        return new Folder.Item(
                row.getString("id"),
                new IssueKey(row.getString("determination"), row.getInt("issue")),
                row.getString("note"),
                new Moment(
                        SavedSearches.instant(row.getLong("added")),
                        SavedSearches.instant(row.getLong("added_as_of"))));
    }
}
