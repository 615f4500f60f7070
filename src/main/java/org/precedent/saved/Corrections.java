package org.precedent.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;

/**
 * Repository of corrections, in the database of the saved searches. They have no owner: anyone who may make corrections may withdraw any. A
 * correction is deleted only when its determination is taken down. Every method throws {@link DatabaseUnavailableException} when the
 * database cannot be used.
 */
public final class Corrections {
    /** Maximum number of corrections one owner can make per day. */
    public static final int MAX_PER_DAY = 500;

    /** Maximum number of corrections per determination, including withdrawn ones. */
    public static final int MAX_PER_DETERMINATION = 500;

    private static final String TABLE = "correction";
    private static final Duration DAY = Duration.ofDays(1);
    private static final String LINE = "\n";

    private final Database database;
    private final InstantSource clock;

    Corrections(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores a correction and withdraws the one in force for the same value. If that one has the same content, nothing is stored.
     *
     * @param owner the browser it comes from
     * @param place the value to correct
     * @param values the correct value, in the format of {@code FieldValues}
     * @param read the value as extracted
     * @param reason reason for the correction; 1 to {@value Correction#MAX_REASON} characters, control characters become spaces
     * @return the correction in force
     * @throws InvalidInputException if the reason is missing or too long, or there are too many corrections
     */
    public Correction add(Owner owner, Correction.Place place, List<String> values, List<String> read, String reason) {
        var words = reason.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        if (words.isEmpty() || words.length() > Correction.MAX_REASON) {
            throw new InvalidInputException(
                    "reason",
                    words.isEmpty()
                            ? "a correction needs a reason"
                            : "the reason has " + words.length() + " characters; at most " + Correction.MAX_REASON
                                    + " are kept");
        }
        return database.write(handle -> {
            requireRoom(handle, owner, place.determination());
            var correction =
                    new Correction(RandomId.next(), place, values, read, words, clock.instant(), Optional.empty());
            return put(handle, owner.hash(), correction).orElse(correction);
        });
    }

    /**
     * Withdraws a correction.
     *
     * @return the withdrawn correction; empty if the id is unknown
     */
    public Optional<Correction> withdraw(String id) {
        return database.write(handle -> {
            withdraw(handle, id, clock.instant());
            return find(handle, "WHERE id = :value", id).stream().findFirst();
        });
    }

    /**
     * Imports corrections from a file, all or none. Skips those that are already stored, by id or with the same content in force.
     *
     * @param list corrections, with empty ids if the file has none
     * @return number of corrections added or newly withdrawn
     */
    public int add(List<Correction> list) {
        return database.write(handle -> {
            int added = 0;
            for (var one : list) {
                added += addImported(handle, one) ? 1 : 0;
            }
            return added;
        });
    }

    /**
     * Deletes all corrections of determinations that were taken down, because corrections quote the text.
     *
     * @param determinations ids of the determinations
     */
    public void forget(Collection<String> determinations) {
        database.write(handle -> {
            var deletion = handle.prepareBatch("DELETE FROM correction WHERE determination = :id");
            determinations.forEach(id -> deletion.bind("id", id).add());
            return deletion.execute();
        });
    }

    /**
     * The corrections of a determination, oldest first, including withdrawn ones.
     */
    public List<Correction> list(String determination) {
        return database.read(handle -> find(handle, "WHERE determination = :value ORDER BY made, id", determination));
    }

    /**
     * All corrections, newest first, including withdrawn ones.
     */
    public List<Correction> all() {
        return database.read(handle -> find(handle, "WHERE :value = '' ORDER BY made DESC, id", ""));
    }

    /**
     * Version that changes whenever a correction is made or withdrawn.
     */
    public String version() {
        return database.read(handle -> handle.createQuery(
                        "SELECT count(*) AS n, coalesce(max(made), 0) AS m, coalesce(max(withdrawn), 0) AS w, count(withdrawn) AS o"
                                + " FROM correction")
                .map((row, context) ->
                        row.getLong("n") + "-" + row.getLong("m") + "-" + row.getLong("w") + "-" + row.getLong("o"))
                .one());
    }

    private boolean addImported(Handle handle, Correction one) {
        if (!one.id().isEmpty() && !RandomId.isValid(one.id())) {
            throw new InvalidInputException("id", "\"" + one.id() + "\" is not the ID of a correction; leave it out");
        }
        var known = one.id().isEmpty() ? List.<Correction>of() : find(handle, "WHERE id = :value", one.id());
        if (!known.isEmpty()) {
            return known.getFirst().isInForce()
                    && one.withdrawn().isPresent()
                    && withdraw(handle, one.id(), one.withdrawn().get());
        }
        var named = one.id().isEmpty()
                ? new Correction(
                        RandomId.next(),
                        one.place(),
                        one.values(),
                        one.read(),
                        one.reason(),
                        one.made(),
                        one.withdrawn())
                : one;
        return put(handle, "", named).isEmpty();
    }

    /** Stores a correction unless one with the same content is in force, which is then returned. */
    private Optional<Correction> put(Handle handle, String owner, Correction correction) {
        var former = inForce(handle, correction.place());
        if (correction.isInForce()) {
            if (former.filter(f -> f.values().equals(correction.values())).isPresent()) {
                return former;
            }
            former.ifPresent(f -> withdraw(handle, f.id(), clock.instant()));
        }
        handle.createUpdate("""
                        INSERT INTO correction
                          (id, owner, determination, issue, field, value, read_as, reason, made, withdrawn)
                        VALUES (:id, :owner, :determination, :issue, :field, :value, :read, :reason, :made, :withdrawn)""")
                .bind("id", correction.id())
                .bind("owner", owner)
                .bind("determination", correction.place().determination())
                .bind("issue", correction.place().issue())
                .bind("field", correction.place().field().key())
                .bind("value", String.join(LINE, correction.values()))
                .bind("read", String.join(LINE, correction.read()))
                .bind("reason", correction.reason())
                .bind("made", SavedSearches.nanos(correction.made()))
                .bind(
                        "withdrawn",
                        correction.withdrawn().map(SavedSearches::nanos).orElse(null))
                .execute();
        RowChecksums.update(handle, TABLE, correction.id());
        return Optional.empty();
    }

    private static Optional<Correction> inForce(Handle handle, Correction.Place place) {
        return find(handle, "WHERE determination = :value AND withdrawn IS NULL", place.determination()).stream()
                .filter(correction -> correction.place().equals(place))
                .findFirst();
    }

    private static boolean withdraw(Handle handle, String id, Instant at) {
        int changed = handle.createUpdate("UPDATE correction SET withdrawn = :at WHERE id = :id AND withdrawn IS NULL")
                .bind("at", SavedSearches.nanos(at))
                .bind("id", id)
                .execute();
        RowChecksums.update(handle, TABLE, id);
        return changed == 1;
    }

    private void requireRoom(Handle handle, Owner owner, String determination) {
        var since = SavedSearches.nanos(clock.instant().minus(DAY));
        if (count(handle, "owner = :value AND made > " + since, owner.hash()) >= MAX_PER_DAY) {
            throw new InvalidInputException(
                    "reason",
                    MAX_PER_DAY + " corrections were made from this browser today, the maximum; continue"
                            + " tomorrow");
        }
        if (count(handle, "determination = :value", determination) >= MAX_PER_DETERMINATION) {
            throw new InvalidInputException(
                    "reason", "this determination was corrected " + MAX_PER_DETERMINATION + " times already");
        }
    }

    private static int count(Handle handle, String condition, String value) {
        return handle.createQuery("SELECT count(*) FROM correction WHERE " + condition)
                .bind("value", value)
                .mapTo(Integer.class)
                .one();
    }

    // skips rows with a field that only a newer version of the program knows
    private static List<Correction> find(Handle handle, String condition, String value) {
        return handle
                .createQuery("SELECT * FROM correction " + condition)
                .bind("value", value)
                .map(Corrections::row)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Correction> row(ResultSet row, StatementContext context) throws SQLException {
        var field = CorrectedField.findByKey(row.getString("field"));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        long at = row.getLong("withdrawn");
        var withdrawn = row.wasNull() ? Optional.<Instant>empty() : Optional.of(SavedSearches.instant(at));
        return Optional.of(new Correction(
                row.getString("id"),
                new Correction.Place(row.getString("determination"), row.getInt("issue"), field.get()),
                lines(row.getString("value")),
                lines(row.getString("read_as")),
                row.getString("reason"),
                SavedSearches.instant(row.getLong("made")),
                withdrawn));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(LINE, -1));
    }
}
