package org.precedent.web.saved;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.precedent.saved.Owner;
import org.precedent.saved.RandomId;
import org.precedent.web.http.BasePath;

/**
 * Cookie with a browser's secret, which identifies the owner of saved searches. HttpOnly and SameSite.
 */
public final class OwnerCookie {
    /** Its name. */
    static final String NAME = "precedent_owner";

    // the longest that browsers keep a cookie; renewed whenever something is saved or listed
    private static final Duration LASTS = Duration.ofDays(400);
    private static final int LENGTH = 2 * RandomId.LENGTH;

    private OwnerCookie() {}

    /**
     * Whose browser this is; empty for one that never saved anything.
     */
    public static Optional<Owner> read(Context ctx) {
        return secret(ctx).map(Owner::ofToken);
    }

    /**
     * Whose browser this is, which is given a secret when it has none; otherwise the secret lasts on.
     */
    public static Owner keep(Context ctx) {
        var secret = secret(ctx).orElseGet(() -> RandomId.next() + RandomId.next());
        var cookie = new Cookie(NAME, secret);
        cookie.setPath(BasePath.of(ctx).toExternal("/"));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setSecure(ctx.scheme().equals("https"));
        cookie.setMaxAge((int) LASTS.toSeconds());
        ctx.cookie(cookie);
        return Owner.ofToken(secret);
    }

    // a value that was not made here is no secret
    private static Optional<String> secret(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME))
                .filter(value -> value.length() == LENGTH && value.chars().allMatch(Character::isLetterOrDigit));
    }
}
