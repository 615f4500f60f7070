package org.precedent.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.Secret;

/**
 * The access modes of a server, with the credentials each accepts.
 */
enum AccessMode {
    /** Loopback only; any user of the machine may do everything. */
    THIS_MACHINE,
    /** Anyone may read. */
    PUBLIC,
    /** Anyone may read; everything else requires the password. */
    PUBLIC_WITH_PASSWORD,
    /** Everything requires the password. */
    PASSWORD,
    /** Everything requires the secret of the reverse proxy. */
    PROXIED;

    private static final String PASSWORD_TEXT = "correct horse battery";
    private static final String PROXY_TEXT = "a proxy's long secret";
    private static final Optional<Secret> NONE = Optional.empty();

    /** The access settings of this mode. */
    Access access() {
        return switch (this) {
            case THIS_MACHINE -> Access.THIS_MACHINE;
            case PUBLIC -> new Access(Audience.ANYBODY, NONE, NONE);
            case PUBLIC_WITH_PASSWORD -> new Access(Audience.ANYBODY, Optional.of(Secret.of(PASSWORD_TEXT)), NONE);
            case PASSWORD -> new Access(Audience.HOLDERS, Optional.of(Secret.of(PASSWORD_TEXT)), NONE);
            case PROXIED -> new Access(Audience.HOLDERS, NONE, Optional.of(Secret.of(PROXY_TEXT)));
        };
    }

    /** Options of a server in this mode, with a proxy if the mode uses one. */
    ServerOptions options() {
        var options = RunningServer.options().with(access());
        return this == PROXIED ? options.withProxies(Set.of("imr.example.org"), Set.of("127.0.0.9")) : options;
    }

    /** Whether anonymous clients may read. */
    boolean isOpenForReading() {
        return access().audience() != Audience.HOLDERS;
    }

    /** Whether anonymous clients may make changes. */
    boolean isOpenForChanges() {
        return access().audience() == Audience.THIS_MACHINE;
    }

    /** Request headers that authorize everything; empty if the mode has no credentials. */
    List<String> proof() {
        if (access().proxy().isPresent()) {
            return List.of(Access.HEADER, PROXY_TEXT);
        }
        return access().password().isPresent() ? List.of("Authorization", "Bearer " + PASSWORD_TEXT) : List.of();
    }
}
