package org.precedent.web.access;

import java.util.Optional;

/**
 * Access policy: who may use the server, as configured by its operator.
 *
 * @param audience what is open without credentials
 * @param password typed on the sign-in page, or sent by programs in the {@code Authorization} header; empty for no sign-in page
 * @param proxy secret that an authenticating reverse proxy sends in the {@value #HEADER} header; empty for no such proxy
 * @param sessionKey signs the cookies of users who signed in with the password
 */
public record Access(Audience audience, Optional<Secret> password, Optional<Secret> proxy, SessionKey sessionKey) {
    /** Name of the header in which a reverse proxy sends its secret. */
    public static final String HEADER = "X-Precedent-Access";

    /** Full access for users of this machine, none for anyone else. */
    public static final Access THIS_MACHINE = new Access(Audience.THIS_MACHINE, Optional.empty(), Optional.empty());

    public Access {
        if (audience == Audience.HOLDERS && password.isEmpty() && proxy.isEmpty()) {
            throw new IllegalArgumentException(
                    "no one could sign in: neither a password nor a proxy secret is configured");
        }
    }

    /** Creates a policy with a random session key: sessions end with the process. */
    public Access(Audience audience, Optional<Secret> password, Optional<Secret> proxy) {
        this(audience, password, proxy, SessionKey.random());
    }

    /** What a client may do without credentials. */
    public enum Audience {
        /** Everything, but only for users of this machine; the server must listen on a loopback address. */
        THIS_MACHINE,
        /** Read; changes need credentials. */
        ANYBODY,
        /** Nothing. */
        HOLDERS
    }
}
