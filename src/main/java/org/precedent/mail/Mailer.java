package org.precedent.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Sends mail over SMTP, one connection per message.
 */
public final class Mailer {
    private static final String TIMEOUT_MILLIS = "20000";

    private final SmtpServer server;
    private final Session session;

    /**
     * Creates a mailer for this server.
     */
    public Mailer(SmtpServer server) {
        this.server = server;
        this.session = Session.getInstance(properties(server), authenticator(server));
    }

    /** Thrown when the server did not accept a mail; the message says why. */
    public static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean permanent;

        NotSent(String message, boolean permanent, Throwable cause) {
            super(message, cause);
            this.permanent = permanent;
        }

        /**
         * Whether the server rejected the address, so that retrying would not help.
         */
        public boolean isPermanent() {
            return permanent;
        }
    }

    /**
     * Sends a mail; the server has accepted it when this returns.
     *
     * @throws NotSent if the server did not accept the mail or it is unknown whether it did
     */
    public void send(Mail mail) throws NotSent {
        try {
            Transport.send(message(mail));
        } catch (SendFailedException e) {
            boolean refused = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
            throw new NotSent(reason(e), refused, e);
        } catch (MessagingException e) {
            throw new NotSent(reason(e), false, e);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        var message = new WithId(session, "<" + mail.id() + "@" + domain() + ">");
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject().replaceAll("\\p{Cntrl}+", " "), "UTF-8");
        message.setText(mail.text(), "UTF-8");
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe().get() + ">");
        }
        return message;
    }

    private String domain() {
        return server.from().substring(server.from().indexOf('@') + 1);
    }

    private String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return server.host() + " port " + server.port() + ": "
                + String.valueOf(cause.getMessage()).strip();
    }

    private static Properties properties(SmtpServer server) {
        var properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> properties.put("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    private static @Nullable Authenticator authenticator(SmtpServer server) {
        return server.login().<Authenticator>map(Credentials::new).orElse(null);
    }

    /** Supplies user and password to the SMTP server. */
    private static final class Credentials extends Authenticator {
        private final SmtpServer.Login login;

        Credentials(SmtpServer.Login login) {
            this.login = login;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(login.user(), login.password());
        }
    }

    /** A message whose Message-ID is set by this program. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
