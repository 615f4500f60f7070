package org.precedent.web.access;

import java.util.Optional;

/**
 * Access policy: who may use the server, as its operator configured.
 *
 * @param audience what is open without credentials
 * @param password typed on the sign-in page, sent by programs as {@code Authorization}; empty for no sign-in page
 * @param proxy secret that a reverse proxy with its own users sends as {@value #HEADER}; empty for no such proxy
 * @param sessionKey signs the cookies of those who typed the password
 */
public record Access(Audience audience, Optional<Secret> password, Optional<Secret> proxy, SessionKey sessionKey) {
    /** The header in which a reverse proxy sends its secret. */
    public static final String HEADER = "X-Precedent-Access";

    /** Open to this machine alone, for everything. */
    public static final Access THIS_MACHINE = new Access(Audience.THIS_MACHINE, Optional.empty(), Optional.empty());

    public Access {
        if (audience == Audience.HOLDERS && password.isEmpty() && proxy.isEmpty()) {
            throw new IllegalArgumentException(
                    "no one could sign in: neither a password nor a proxy secret is configured");
        }
    }

    /** A policy whose sessions end with the process. */
    public Access(Audience audience, Optional<Secret> password, Optional<Secret> proxy) {
        this(audience, password, proxy, SessionKey.random());
    }

    /** What is open without credentials. */
    public enum Audience {
        /** Everything, to users of this machine; the server must listen on loopback only. */
        THIS_MACHINE,
        /** Reading; changes need credentials. */
        ANYBODY,
        /** Nothing. */
        HOLDERS
    }
}
