package org.precedent.web.access;

import java.util.Optional;

/**
 * Who may use the server, as its operator chose.
 *
 * @param audience who reaches what without a proof
 * @param password what people type on the sign-in page and programs send as {@code Authorization}; empty for no sign-in page
 * @param proxy what a reverse proxy that knows its users sends as {@value #HEADER}; empty where there is none
 */
public record Access(Audience audience, Optional<Secret> password, Optional<Secret> proxy) {
    /** The header by which a reverse proxy vouches for a request. */
    public static final String HEADER = "X-Precedent-Access";

    /** Whoever works on this machine may do everything. */
    public static final Access THIS_MACHINE = new Access(Audience.THIS_MACHINE, Optional.empty(), Optional.empty());

    public Access {
        if (audience == Audience.HOLDERS && password.isEmpty() && proxy.isEmpty()) {
            throw new IllegalArgumentException("nobody could enter: neither a password nor a proxy's secret is given");
        }
    }

    /** Who needs no proof. */
    public enum Audience {
        /** Everybody on this machine reads and changes; the server must listen nowhere else. */
        THIS_MACHINE,
        /** Everybody reads; changes need a proof. */
        ANYBODY,
        /** Nobody: reading needs a proof too. */
        HOLDERS
    }
}
