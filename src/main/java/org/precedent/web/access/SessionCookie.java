package org.precedent.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.precedent.web.http.BasePath;

/**
 * The session cookie: HttpOnly, SameSite=Lax, and Secure behind TLS.
 */
final class SessionCookie {
    static final String NAME = "precedent_session";

    private SessionCookie() {}

    static Optional<String> read(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME));
    }

    static void set(Context ctx, String session) {
        set(ctx, session, Sessions.LIFETIME);
    }

    static void clear(Context ctx) {
        set(ctx, "", Duration.ZERO);
    }

    private static void set(Context ctx, String value, Duration lasts) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath(BasePath.of(ctx).toExternal("/"));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setSecure(ctx.scheme().equals("https"));
        cookie.setMaxAge((int) lasts.toSeconds());
        ctx.cookie(cookie);
    }
}
