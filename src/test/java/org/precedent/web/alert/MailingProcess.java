package org.precedent.web.alert;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.precedent.mail.Mail;
import org.precedent.mail.Mailer;
import org.precedent.mail.SmtpServer;
import org.precedent.saved.SavedSearches;

/** Sends the next mail in a database's queue and dies before recording that it was sent. */
final class MailingProcess {
    static final int KILLED = 9;

    private MailingProcess() {}

    public static void main(String[] args) throws Mailer.NotSent {
        var saved = SavedSearches.open(Path.of(args[0]), () -> Instant.parse(args[2]));
        var mail = saved.alerts().claim().orElseThrow();
        var server = new SmtpServer(
                "127.0.0.1",
                Integer.parseInt(args[1]),
                SmtpServer.Security.NONE,
                Optional.empty(),
                "alerts@imr.example");
        new Mailer(server)
                .send(new Mail(
                        mail.id(),
                        mail.address(),
                        mail.text().subject(),
                        mail.text().body(),
                        Optional.empty()));
        Runtime.getRuntime().halt(KILLED);
    }
}
