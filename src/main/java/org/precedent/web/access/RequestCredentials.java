package org.precedent.web.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.precedent.web.access.GuessLimiter.Attempt;
import org.precedent.web.http.ClientAddress;

/**
 * Verifies the credentials of a request: a session cookie, the proxy's header, or the password as Bearer or Basic.
 */
final class RequestCredentials {
    private final Access access;
    private final Sessions sessions;
    private final GuessLimiter guesses;

    RequestCredentials(Access access, InstantSource clock) {
        this.access = access;
        this.sessions =
                new Sessions(access.password().map(access.sessionKey()::with).orElse(access.sessionKey()), clock);
        this.guesses = new GuessLimiter(clock);
    }

    Sessions sessions() {
        return sessions;
    }

    /**
     * What the credentials of a request prove. A request without any is no attempt.
     */
    Attempt verify(Context ctx) {
        if (SessionCookie.read(ctx).filter(sessions::holds).isPresent()) {
            return Attempt.RIGHT;
        }
        var proxy = verify(ctx, access.proxy(), Optional.ofNullable(ctx.header(Access.HEADER)));
        return proxy.right() ? proxy : either(proxy, verify(ctx, access.password(), authorization(ctx)));
    }

    private static Attempt either(Attempt first, Attempt second) {
        return second.right() || second.retryAfter().isPresent() ? second : first;
    }

    private Attempt verify(Context ctx, Optional<Secret> secret, Optional<String> given) {
        return secret.isPresent() && given.isPresent()
                ? guesses.sent(ClientAddress.of(ctx), () -> secret.get().is(given.get()))
                : Attempt.NONE;
    }

    /**
     * What was typed as the password on the sign-in page. An empty form is no attempt.
     */
    Attempt verifyTyped(Context ctx, Secret password, String typed) {
        return typed.isEmpty() ? Attempt.NONE : guesses.typed(ClientAddress.of(ctx), () -> password.is(typed));
    }

    // feed readers know only user names and passwords: any name will do
    private static Optional<String> authorization(Context ctx) {
        var header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
