package org.precedent.mail;

import java.util.Optional;

/**
 * Connection settings of the SMTP server that mails are sent through.
 *
 * @param host name or address
 * @param port usually 587 with STARTTLS, 465 with TLS, 25 without
 * @param security protection of the connection
 * @param login user and password; empty if the server requires none
 * @param from sender address of every mail
 */
public record SmtpServer(String host, int port, Security security, Optional<Login> login, String from) {
    /** How the connection is encrypted. */
    public enum Security {
        /** Starts unencrypted and must switch to TLS before anything is sent. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** No encryption; only for a server on this machine. */
        NONE
    }

    /**
     * Credentials.
     *
     * @param user user name
     * @param password password; never logged or shown
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
