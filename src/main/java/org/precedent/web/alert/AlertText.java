package org.precedent.web.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.precedent.saved.Alert;
import org.precedent.search.LetterHit;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.folder.FolderNews;
import org.precedent.web.saved.SavedNews;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * Writes the mails of alerts: plain text with absolute links. Of each determination, only the request and the decision are included.
 *
 * @param addresses resolves links to the server's public URL
 */
record AlertText(AbsoluteUrls addresses) {
    private static final int MAX_LISTED = 50;

    /**
     * Writes the mail that asks a recipient to confirm an address. It contains nothing written by the user who entered the address, so that
     * nobody can send advertisements in the name of this server.
     */
    Alert.Text confirmation(Alert.Subject.Kind kind, String token) {
        return new Alert.Text("Confirm alerts from Precedent", """
                Somebody, probably you, asked for email alerts about what is new in a %s.

                To see it and to start the alerts, open this page and choose "Confirm":
                %s

                If you did not ask for this, do nothing: you will get no more email.
                """.formatted(kind.label(), link(token)), link(token));
    }

    /** Writes the mail that lists new results of a saved search. */
    Alert.Text digest(SavedNews run, Alert alert) {
        var fresh = run.page().letters().stream()
                .filter(letter ->
                        run.news().status(letter).filter("new"::equals).isPresent())
                .toList();
        var count = PageText.count(run.news().fresh().determinations(), "new determination");
        var name = run.saved().draft().name();
        var body = new StringBuilder(
                count + " in the saved search \"" + name + "\" since " + day(alert.sentAsOf()) + ":\n\n");
        fresh.stream().limit(MAX_LISTED).forEach(letter -> body.append(entry(letter)));
        long more = run.news().fresh().determinations() - Math.min(fresh.size(), MAX_LISTED);
        if (more > 0) {
            body.append("and ").append(more).append(" more.\n\n");
        }
        body.append("See everything new: ")
                .append(addresses.resolve("/s/" + run.saved().id() + "?since=" + alert.sentAsOf()));
        return digest(count + ": " + name, body, alert);
    }

    /** Writes the mail that lists what is new in a folder. */
    Alert.Text digest(FolderNews news, Alert alert) {
        var fresh = PageText.count(news.fresh().size(), "new determination");
        var changed = PageText.count(news.changed().size(), "changed issue");
        var subject = news.changed().isEmpty() ? fresh : news.fresh().isEmpty() ? changed : fresh + ", " + changed;
        var name = news.folder().cover().name();
        var body = new StringBuilder("Since " + day(alert.sentAsOf()) + ", for the folder \"" + name + "\":\n\n");
        if (!news.changed().isEmpty()) {
            body.append("Changed since you added them:\n\n");
            news.changed()
                    .forEach(key -> body.append("  ")
                            .append(key.determination())
                            .append(", issue ")
                            .append(key.issue())
                            .append("\n  ")
                            .append(addresses.resolve(PageAddress.issuePath(key.determination(), key.issue())))
                            .append("\n\n"));
        }
        if (!news.fresh().isEmpty()) {
            body.append("New, with the same item and body region as an issue in it:\n\n");
            news.fresh().stream().limit(MAX_LISTED).forEach(letter -> body.append(entry(letter)));
            int more = news.fresh().size() - MAX_LISTED;
            if (more > 0) {
                body.append("and ").append(more).append(" more.\n\n");
            }
        }
        body.append("The folder: ").append(addresses.resolve(alert.subject().path()));
        return digest(subject + ": " + name, body, alert);
    }

    private Alert.Text digest(String subject, StringBuilder body, Alert alert) {
        body.append("\nStop these alerts: ")
                .append(link(alert.token()))
                .append(
                        "\n\nIMR determinations are not legal precedent. Values are extracted automatically; check the originals.\n");
        return new Alert.Text(subject, body.toString(), link(alert.token()));
    }

    private String entry(LetterHit letter) {
        var text = new StringBuilder(letter.facts().name());
        letter.facts().decided().ifPresent(day -> text.append(", decided ").append(PageText.day(day)));
        text.append('\n');
        letter.issues()
                .forEach(issue -> text.append("  Issue ")
                        .append(issue.number())
                        .append(": ")
                        .append(issue.request().text())
                        .append(": ")
                        .append(issue.decision().label())
                        .append('\n'));
        return text.append("  ")
                .append(addresses.resolve(AbsoluteUrls.letterPath(letter.id())))
                .append("\n\n")
                .toString();
    }

    private String link(String token) {
        return addresses.resolve(AlertPages.PATH + token);
    }

    private static String day(Instant instant) {
        return PageText.day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
