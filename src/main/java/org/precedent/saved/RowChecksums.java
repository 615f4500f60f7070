package org.precedent.saved;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Checksums of rows, because SQLite verifies the structure of its files but not the values in them.
 */
final class RowChecksums {
    private static final String COLUMN = "seal";
    private static final int BYTES = 12;

    /** Display name of a row of each table. */
    private static final SortedMap<String, String> TABLES = new TreeMap<>(Map.of(
            "saved_search", "saved search",
            "folder", "folder",
            "folder_issue", "issue of a folder",
            "correction", "correction"));

    private RowChecksums() {}

    /** Updates the checksum of a row. */
    static void update(Handle handle, String table, String id) {
        handle.createQuery("SELECT * FROM " + table + " WHERE id = :id")
                .bind("id", id)
                .mapToMap()
                .forEach(row -> write(handle, table, row));
    }

    /** Updates the checksums of all rows, after a migration has changed their columns. */
    static void updateAll(Handle handle) {
        TABLES.keySet().forEach(table -> rows(handle, table).forEach(row -> write(handle, table, row)));
    }

    /**
     * The rows that do not match their checksum, one sentence each.
     *
     * @param place name of the database, for the messages
     */
    static List<String> damage(Handle handle, String place) {
        return TABLES.keySet().stream()
                .flatMap(table -> rows(handle, table).stream()
                        .filter(row -> !of(row).equals(row.get(COLUMN)))
                        .map(row -> place + ": the " + TABLES.get(table) + " " + row.get("id")
                                + " differs from what was saved; restore a backup"))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> rows(Handle handle, String table) {
        return handle.createQuery("SELECT * FROM " + table).mapToMap().list();
    }

    private static void write(Handle handle, String table, Map<String, @Nullable Object> row) {
        handle.createUpdate("UPDATE " + table + " SET seal = :seal WHERE id = :id")
                .bind("seal", of(row))
                .bind("id", Objects.requireNonNull(row.get("id")))
                .execute();
    }

    // covers every column by name, so that columns added by later versions are included
    private static String of(Map<String, @Nullable Object> row) {
        var rest = new TreeMap<String, @Nullable Object>(row);
        rest.remove(COLUMN);
        var text = new StringBuilder();
        rest.forEach((name, value) -> {
            var shown = String.valueOf(value);
            text.append(name).append(' ').append(shown.length()).append(' ').append(shown);
        });
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
