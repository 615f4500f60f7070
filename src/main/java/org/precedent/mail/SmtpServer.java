package org.precedent.mail;

import java.util.Optional;

/**
 * Connection settings of the SMTP server that mails are sent through.
 *
 * @param host name or address
 * @param port usually 587 with STARTTLS, 465 with TLS, 25 without
 * @param security protection of the connection
 * @param login user and password; empty if the server requires none
 * @param from sender of every mail
 */
public record SmtpServer(String host, int port, Security security, Optional<Login> login, String from) {
    /** Protection of the connection. */
    public enum Security {
        /** Begins unencrypted and must change to TLS before anything is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** None; for a server on this machine. */
        NONE
    }

    /**
     * A login.
     *
     * @param user name
     * @param password never shown
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
