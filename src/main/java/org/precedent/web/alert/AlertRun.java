package org.precedent.web.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.precedent.mail.Mail;
import org.precedent.mail.Mailer;
import org.precedent.saved.Alert;
import org.precedent.saved.SavedSearches;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.folder.FolderNews;
import org.precedent.web.http.Failure;
import org.precedent.web.saved.SavedNews;
import org.precedent.web.search.SearchGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the alerts: queues digests of new results of saved searches and of changes in folders, then sends the queue.
 *
 * @param saved store of saved searches, alerts and queued mails
 * @param gateway runs the searches
 * @param mailer sends the mails
 * @param publicUrl public URL of the server, the prefix of all links
 */
public record AlertRun(SavedSearches saved, SearchGateway gateway, Mailer mailer, String publicUrl) {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRun.class);

    /**
     * Result of a run.
     *
     * @param sent mails accepted by the mail server
     * @param failed mails not accepted; they are retried unless the failure is permanent
     */
    public record Outcome(int sent, int failed) {}

    /**
     * Queues a digest for every alert that has something new and was last checked at least this long ago.
     */
    public void queue(Duration interval) {
        saved.alerts().prune();
        for (var alert : saved.alerts().due(interval)) {
            try {
                queueIfDue(alert);
            } catch (Failure e) {
                // a search saved by an older version may no longer be readable; the other alerts continue
                LOG.warn(
                        "alert not searched {}={} {}",
                        alert.subject().kind(),
                        alert.subject().id(),
                        e.answer().error());
            }
        }
    }

    private void queueIfDue(Alert alert) {
        // read before searching, so that anything added meanwhile is reported next time
        var indexAsOf = gateway.engine().overview().lastChanged().orElse(Instant.EPOCH);
        var text = new AlertText(new AbsoluteUrls(publicUrl));
        var id = alert.subject().id();
        var digest = switch (alert.subject().kind()) {
            case SEARCH ->
                saved.find(id)
                        .map(search -> SavedNews.find(gateway, search, alert.sentAsOf()))
                        .filter(run -> run.news().fresh().determinations() > 0)
                        .map(run -> text.digest(run, alert));
            case FOLDER ->
                saved.folders()
                        .find(id)
                        .map(folder -> FolderNews.find(gateway, folder, alert.sentAsOf()))
                        .filter(news -> !news.isEmpty())
                        .map(news -> text.digest(news, alert));
        };
        saved.alerts().queue(alert, indexAsOf.isAfter(alert.sentAsOf()) ? indexAsOf : alert.sentAsOf(), digest);
    }

    /**
     * Sends all mails that are due.
     */
    public Outcome send() {
        int sent = 0;
        int failed = 0;
        for (var mail = saved.alerts().claim();
                mail.isPresent();
                mail = saved.alerts().claim()) {
            if (send(mail.get())) {
                sent++;
            } else {
                failed++;
            }
        }
        return new Outcome(sent, failed);
    }

    private boolean send(Alert.Outgoing mail) {
        var text = mail.text();
        try {
            mailer.send(new Mail(mail.id(), mail.address(), text.subject(), text.body(), Optional.of(text.link())));
            saved.alerts().markSent(mail);
            return true;
        } catch (Mailer.NotSent e) {
            LOG.warn("mail not sent attempt={} {}", mail.attempts(), e.getMessage());
            saved.alerts().markFailed(mail, e.isPermanent());
            return false;
        }
    }
}
