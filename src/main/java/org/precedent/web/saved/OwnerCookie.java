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
 * Cookie with a random secret that identifies a browser as the owner of its saved searches and folders. HttpOnly and SameSite.
 */
public final class OwnerCookie {
    /** Name of the cookie. */
    static final String NAME = "precedent_owner";

    // the maximum lifetime browsers allow; renewed whenever something is saved or listed
    private static final Duration LIFETIME = Duration.ofDays(400);
    private static final int LENGTH = 2 * RandomId.LENGTH;

    private OwnerCookie() {}

    /**
     * The owner identified by the cookie; empty for a browser that has never saved anything.
     */
    public static Optional<Owner> read(Context ctx) {
        return secret(ctx).map(Owner::ofToken);
    }

    /**
     * Identifies the owner, setting a new secret if the browser has none and renewing the cookie otherwise.
     */
    public static Owner keep(Context ctx) {
        var secret = secret(ctx).orElseGet(() -> RandomId.next() + RandomId.next());
        var cookie = new Cookie(NAME, secret);
        cookie.setPath(BasePath.of(ctx).toExternal("/"));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setSecure(ctx.scheme().equals("https"));
        cookie.setMaxAge((int) LIFETIME.toSeconds());
        ctx.cookie(cookie);
        return Owner.ofToken(secret);
    }

    // ignores values that this server cannot have created
    private static Optional<String> secret(Context ctx) {
        return Optional.ofNullable(ctx.cookie(NAME))
                .filter(value -> value.length() == LENGTH && value.chars().allMatch(Character::isLetterOrDigit));
    }
}
