package org.precedent.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.Secret;

/**
 * The ways an operator can open a server, with the credentials each of them takes.
 */
enum AccessMode {
    /** Loopback only; anyone on the machine may do everything. */
    THIS_MACHINE,
    /** Open for reading. */
    PUBLIC,
    /** Open for reading; the password opens the rest. */
    PUBLIC_WITH_PASSWORD,
    /** Everything requires the password. */
    PASSWORD,
    /** Everything requires the secret of the proxy in front. */
    PROXIED;

    private static final String PASSWORD_TEXT = "correct horse battery";
    private static final String PROXY_TEXT = "a proxy's long secret";
    private static final Optional<Secret> NONE = Optional.empty();

    /** What the operator chose. */
    Access access() {
        return switch (this) {
            case THIS_MACHINE -> Access.THIS_MACHINE;
            case PUBLIC -> new Access(Audience.ANYBODY, NONE, NONE);
            case PUBLIC_WITH_PASSWORD -> new Access(Audience.ANYBODY, Optional.of(Secret.of(PASSWORD_TEXT)), NONE);
            case PASSWORD -> new Access(Audience.HOLDERS, Optional.of(Secret.of(PASSWORD_TEXT)), NONE);
            case PROXIED -> new Access(Audience.HOLDERS, NONE, Optional.of(Secret.of(PROXY_TEXT)));
        };
    }

    /** Options of a server in this mode, behind a proxy where the mode has one. */
    ServerOptions options() {
        var options = RunningServer.options().with(access());
        return this == PROXIED ? options.withProxies(Set.of("imr.example.org"), Set.of("127.0.0.9")) : options;
    }

    /** Whether strangers may read. */
    boolean isOpenForReading() {
        return access().audience() != Audience.HOLDERS;
    }

    /** Whether strangers may change something. */
    boolean isOpenForChanges() {
        return access().audience() == Audience.THIS_MACHINE;
    }

    /** Headers that prove the right to everything; empty where there is no such proof. */
    List<String> proof() {
        if (access().proxy().isPresent()) {
            return List.of(Access.HEADER, PROXY_TEXT);
        }
        return access().password().isPresent() ? List.of("Authorization", "Bearer " + PASSWORD_TEXT) : List.of();
    }
}
