package org.precedent.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Repository of alerts and their outgoing mail, in the database of the saved searches. A mail is queued in the same transaction that
 * records the reported state of the index, so that no result is lost or reported twice. A mail that was claimed but not marked as sent, as
 * after a crash, is claimed again later under the same id.
 */
public final class Alerts {
    /** Maximum number of addresses per saved search or folder. */
    public static final int MAX_PER_SUBJECT = 5;

    /** Maximum number of addresses per owner. */
    public static final int MAX_PER_OWNER = 20;

    /** Maximum number of confirmation mails per day to one address; the limits per owner and in total follow. */
    static final int MAX_TO_ADDRESS = 3;

    static final int MAX_FOR_OWNER = 10;
    static final int MAX_IN_ALL = 200;

    /** How long a claim lasts before the mail can be claimed again. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    private static final String OF_SUBJECT = "(search = :value OR folder = :value)";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration UNCONFIRMED = Duration.ofDays(7);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final int MAX_ATTEMPTS = 8;

    private final Database database;
    private final InstantSource clock;

    Alerts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds an address to a saved search or folder of this owner and queues a confirmation mail. An unconfirmed address gets another
     * confirmation mail; a confirmed one is left unchanged.
     *
     * @param indexAsOf results added after this state of the index are reported
     * @param confirmation creates the mail for a token
     * @return whether this owner has the search or folder
     * @throws InvalidInputException when there are too many addresses or confirmations
     */
    public boolean add(
            Alert.Subject subject,
            Owner owner,
            String address,
            Instant indexAsOf,
            Function<String, Alert.Text> confirmation) {
        return database.write(handle -> {
            if (!owns(handle, subject, owner)) {
                return false;
            }
            var alert = find(handle, OF_SUBJECT, subject.id()).stream()
                    .filter(known -> known.address().equals(address))
                    .findFirst()
                    .orElseGet(() -> insert(handle, subject, owner, address, indexAsOf));
            if (alert.confirmed().isEmpty()) {
                requireRoomForConfirmation(handle, alert);
                queue(handle, "confirmation", alert, confirmation.apply(alert.token()));
            }
            return true;
        });
    }

    /**
     * The alerts of a saved search or folder.
     */
    public List<Alert> list(String subject) {
        return database.read(handle -> find(handle, OF_SUBJECT, subject));
    }

    /**
     * Finds the alert with a token.
     */
    public Optional<Alert> byToken(String token) {
        return database.read(
                handle -> find(handle, "token = :value", token).stream().findFirst());
    }

    /**
     * Records that the recipient confirmed the alert.
     *
     * @return whether an alert has this token
     */
    public boolean confirm(String token) {
        return database.write(handle ->
                handle.createUpdate("UPDATE alert SET confirmed = coalesce(confirmed, :now) WHERE token = :token")
                                .bind("now", SavedSearches.nanos(clock.instant()))
                                .bind("token", token)
                                .execute()
                        == 1);
    }

    /**
     * Deletes an alert and its unsent mails.
     *
     * @return whether an alert has this token
     */
    public boolean end(String token) {
        return database.write(handle -> {
            var found = find(handle, "token = :value", token);
            found.forEach(alert -> {
                handle.createUpdate("DELETE FROM mail WHERE alert = :id AND state IN ('queued', 'sending')")
                        .bind("id", alert.id())
                        .execute();
                handle.createUpdate("DELETE FROM alert WHERE id = :id")
                        .bind("id", alert.id())
                        .execute();
            });
            return !found.isEmpty();
        });
    }

    /**
     * Confirmed alerts whose last check was at least this long ago.
     */
    public List<Alert> due(Duration interval) {
        var before = SavedSearches.nanos(clock.instant().minus(interval));
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM alert WHERE confirmed IS NOT NULL AND checked <= :before ORDER BY checked, id")
                .bind("before", before)
                .map(Alerts::row)
                .list());
    }

    /**
     * Queues a digest and records the state of the index that it reports, in one transaction. Does nothing if another process has already
     * reported that state.
     *
     * @param indexAsOf the state of the index that was searched
     * @param digest the mail; empty if nothing is new
     */
    public void queue(Alert alert, Instant indexAsOf, Optional<Alert.Text> digest) {
        database.write(handle -> {
            int moved = handle.createUpdate("""
                            UPDATE alert SET sent_as_of = :asOf, checked = :now
                            WHERE id = :id AND sent_as_of = :before AND confirmed IS NOT NULL""")
                    .bind("asOf", SavedSearches.nanos(indexAsOf))
                    .bind("now", SavedSearches.nanos(clock.instant()))
                    .bind("id", alert.id())
                    .bind("before", SavedSearches.nanos(alert.sentAsOf()))
                    .execute();
            if (moved == 1) {
                digest.ifPresent(text -> queue(handle, "digest", alert, text));
            }
            return moved;
        });
    }

    /**
     * Claims the next mail that is due; empty if there is none. A mail is claimed by only one process at a time.
     */
    public Optional<Alert.Outgoing> claim() {
        var now = clock.instant();
        return database.write(handle -> {
            var next = handle.createQuery("""
                            SELECT * FROM mail WHERE state IN ('queued', 'sending') AND due <= :now
                            ORDER BY due, id LIMIT 1""")
                    .bind("now", SavedSearches.nanos(now))
                    .map(Alerts::outgoing)
                    .findOne();
            next.ifPresent(mail -> handle.createUpdate(
                            "UPDATE mail SET state = 'sending', attempts = :attempts, due = :due WHERE id = :id")
                    .bind("attempts", mail.attempts())
                    .bind("due", SavedSearches.nanos(now.plus(CLAIM)))
                    .bind("id", mail.id())
                    .execute());
            return next;
        });
    }

    /**
     * Records that the mail server accepted a mail, and erases its text.
     */
    public void markSent(Alert.Outgoing mail) {
        mark(mail.id(), "sent", clock.instant());
    }

    /**
     * Records that a mail was not accepted. It is retried after increasing delays, unless the failure is permanent or the maximum number of
     * attempts is reached.
     */
    public void markFailed(Alert.Outgoing mail, boolean permanent) {
        boolean last = permanent || mail.attempts() >= MAX_ATTEMPTS;
        mark(mail.id(), last ? "failed" : "queued", clock.instant().plus(CLAIM.multipliedBy(1L << mail.attempts())));
    }

    /**
     * Deletes alerts left unconfirmed for a week, and mails older than a month.
     */
    public void prune() {
        var now = clock.instant();
        database.write(handle -> handle.createUpdate("DELETE FROM alert WHERE confirmed IS NULL AND created < :before")
                        .bind("before", SavedSearches.nanos(now.minus(UNCONFIRMED)))
                        .execute()
                + handle.createUpdate("DELETE FROM mail WHERE created < :before")
                        .bind("before", SavedSearches.nanos(now.minus(RETENTION)))
                        .execute());
    }

    private void mark(String id, String state, Instant due) {
        database.write(handle -> handle.createUpdate("""
                        UPDATE mail SET state = :state, due = :due,
                          body = CASE WHEN :state = 'queued' THEN body ELSE '' END WHERE id = :id""")
                .bind("state", state)
                .bind("due", SavedSearches.nanos(due))
                .bind("id", id)
                .execute());
    }

    private Alert insert(Handle handle, Alert.Subject subject, Owner owner, String address, Instant indexAsOf) {
        if (count(handle, "SELECT count(*) FROM alert WHERE " + OF_SUBJECT, subject.id()) >= MAX_PER_SUBJECT) {
            throw new InvalidInputException(
                    "address",
                    "a " + subject.kind().label() + " has at most " + MAX_PER_SUBJECT + " addresses; remove one first");
        }
        if (count(handle, "SELECT count(*) FROM alert WHERE owner = :value", owner.hash()) >= MAX_PER_OWNER) {
            throw new InvalidInputException(
                    "address", "you have " + MAX_PER_OWNER + " addresses, the maximum; remove one first");
        }
        var now = SavedSearches.nanos(clock.instant());
        var alert = new Alert(RandomId.next(), owner, subject, address, RandomId.next(), Optional.empty(), indexAsOf);
        handle.createUpdate("""
                        INSERT INTO alert (id, owner, search, folder, address, token, created, checked, sent_as_of)
                        VALUES (:id, :owner, :search, :folder, :address, :token, :now, :now, :asOf)""")
                .bind("id", alert.id())
                .bind("owner", owner.hash())
                .bind("search", subject.kind() == Alert.Subject.Kind.SEARCH ? subject.id() : null)
                .bind("folder", subject.kind() == Alert.Subject.Kind.FOLDER ? subject.id() : null)
                .bind("address", address)
                .bind("token", alert.token())
                .bind("now", now)
                .bind("asOf", SavedSearches.nanos(indexAsOf))
                .execute();
        return alert;
    }

    private void requireRoomForConfirmation(Handle handle, Alert alert) {
        var mailbox = mailbox(alert.address());
        var recent = handle.createQuery(
                        "SELECT address, owner FROM mail WHERE kind = 'confirmation' AND created > :since")
                .bind("since", SavedSearches.nanos(clock.instant().minus(DAY)))
                .map((row, context) -> new Sent(mailbox(row.getString("address")), row.getString("owner")))
                .list();
        if (recent.stream().filter(sent -> sent.mailbox.equals(mailbox)).count() >= MAX_TO_ADDRESS
                || recent.stream()
                                .filter(sent -> sent.owner.equals(alert.owner().hash()))
                                .count()
                        >= MAX_FOR_OWNER
                || recent.size() >= MAX_IN_ALL) {
            throw new InvalidInputException(
                    "address", "too many confirmation mails were sent today; try again tomorrow");
        }
    }

    /** A confirmation mail sent during the last day. */
    private record Sent(String mailbox, String owner) {}

    /**
     * Normalizes an address to the mailbox it probably belongs to: most servers ignore case and anything after a plus sign, so one person
     * can have any number of addresses.
     */
    private static String mailbox(String address) {
        var lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    private void queue(Handle handle, String kind, Alert alert, Alert.Text text) {
        var now = SavedSearches.nanos(clock.instant());
        handle.createUpdate("""
                        INSERT INTO mail (id, alert, owner, kind, address, subject, body, link, created, state, attempts, due)
                        VALUES (:id, :alert, :owner, :kind, :address, :subject, :body, :link, :now, 'queued', 0, :now)""")
                .bind("id", RandomId.next())
                .bind("alert", alert.id())
                .bind("owner", alert.owner().hash())
                .bind("kind", kind)
                .bind("address", alert.address())
                .bind("subject", text.subject())
                .bind("body", text.body())
                .bind("link", text.link())
                .bind("now", now)
                .execute();
    }

    private static boolean owns(Handle handle, Alert.Subject subject, Owner owner) {
        return handle.createQuery(
                        switch (subject.kind()) {
                            case SEARCH -> "SELECT 1 FROM saved_search WHERE id = :id AND owner = :owner";
                            case FOLDER -> "SELECT 1 FROM folder WHERE id = :id AND owner = :owner AND tray = 0";
                        })
                .bind("id", subject.id())
                .bind("owner", owner.hash())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static int count(Handle handle, String query, String value) {
        return handle.createQuery(query)
                .bind("value", value)
                .mapTo(Integer.class)
                .one();
    }

    private static List<Alert> find(Handle handle, String condition, String value) {
        return handle.createQuery("SELECT * FROM alert WHERE " + condition + " ORDER BY created, id")
                .bind("value", value)
                .map(Alerts::row)
                .list();
    }

    private static Alert row(ResultSet row, StatementContext context) throws SQLException {
        long at = row.getLong("confirmed");
        var confirmed = row.wasNull() ? Optional.<Instant>empty() : Optional.of(SavedSearches.instant(at));
        return new Alert(
                row.getString("id"),
                new Owner(row.getString("owner")),
                subject(row),
                row.getString("address"),
                row.getString("token"),
                confirmed,
                SavedSearches.instant(row.getLong("sent_as_of")));
    }

    private static Alert.Subject subject(ResultSet row) throws SQLException {
        var search = row.getString("search");
        return search == null ? Alert.Subject.folder(row.getString("folder")) : Alert.Subject.search(search);
    }

    private static Alert.Outgoing outgoing(ResultSet row, StatementContext context) throws SQLException {
        return new Alert.Outgoing(
                row.getString("id"),
                row.getString("address"),
                new Alert.Text(row.getString("subject"), row.getString("body"), row.getString("link")),
                row.getInt("attempts") + 1);
    }
}
