package org.precedent.saved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The complete contents of a saved-search database: searches, folders, alerts and queued mail, with their owners, ids and times. An export
 * from either kind of database can be imported into an empty one of either kind.
 *
 * @param version schema version
 * @param tables rows by table name, each a map from column to string, integer or null
 */
public record StoreContents(int version, Map<String, List<Map<String, @Nullable Object>>> tables) {
    /** In dependency order: a table comes after those that its rows reference. */
    private static final List<String> TABLES =
            List.of("saved_search", "folder", "folder_issue", "alert", "mail", "correction");

    public StoreContents {
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** Number of saved searches. */
    public int searches() {
        return rows("saved_search").size();
    }

    /** Number of folders, including trays. */
    public int folders() {
        return rows("folder").size();
    }

    private List<Map<String, @Nullable Object>> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** Reads all rows within the current transaction of the handle. */
    static StoreContents read(Handle handle) {
        var tables = new LinkedHashMap<String, List<Map<String, @Nullable Object>>>();
        for (var table : TABLES) {
            tables.put(
                    table,
                    handle.createQuery("SELECT * FROM " + table + " ORDER BY id")
                            .mapToMap()
                            .list());
        }
        return new StoreContents(Schema.VERSION, tables);
    }

    /**
     * Writes all rows within the current transaction of the handle.
     *
     * @param place name of the database, for messages
     * @throws InvalidInputException if the database is not empty, or the contents are not a valid export of this schema version
     */
    void write(Handle handle, String place) {
        if (version != Schema.VERSION || !tables.keySet().equals(Set.copyOf(TABLES))) {
            throw new InvalidInputException(
                    "file",
                    "expected the saved searches of a database of version " + Schema.VERSION + ", found version "
                            + version + "; export them with the same version of Precedent that imports them");
        }
        for (var table : TABLES) {
            requireEmpty(handle, table, place);
            var columns = columns(handle, table);
            rows(table).forEach(row -> insert(handle, table, columns, row));
        }
        RowChecksums.damage(handle, place).stream().findFirst().ifPresent(damaged -> {
            throw new InvalidInputException(
                    "file", "it was changed since it was exported, and nothing was imported: " + damaged);
        });
    }

    private static void requireEmpty(Handle handle, String table, String place) {
        long found = handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one();
        if (found > 0) {
            throw new InvalidInputException(
                    "file",
                    place + ": expected an empty database, found " + found + " rows in " + table
                            + "; choose another with --database or --index, or delete its contents");
        }
    }

    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("SELECT * FROM " + table + " WHERE 1 = 0").scanResultSet((rows, context) -> {
            var names = new ArrayList<String>();
            var columns = rows.get().getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i));
            }
            return names;
        });
    }

    // omits null columns: PostgreSQL accepts an untyped null only for text columns
    private static void insert(Handle handle, String table, List<String> columns, Map<String, @Nullable Object> row) {
        var present = columns.stream().filter(c -> row.get(c) != null).toList();
        var insert = handle.createUpdate("INSERT INTO " + table + " (" + String.join(", ", present) + ") VALUES (:"
                + String.join(", :", present) + ")");
        for (var column : present) {
            insert = row.get(column) instanceof Number number
                    ? insert.bind(column, number.longValue())
                    : insert.bind(column, String.valueOf(row.get(column)));
        }
        insert.execute();
    }
}
