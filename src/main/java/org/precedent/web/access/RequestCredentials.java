package org.precedent.web.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.precedent.web.http.Buckets;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Peer;

/**
 * What requests prove, and how often a client may try.
 */
final class RequestCredentials {
    private static final int TRIES = 5;
    private static final int TRIES_A_MINUTE = 2;

    private final Access access;
    private final Sessions sessions;
    private final Buckets tries = new Buckets(TRIES, TRIES_A_MINUTE, System::nanoTime);

    RequestCredentials(Access access, InstantSource clock) {
        this.access = access;
        this.sessions = new Sessions(clock);
    }

    Sessions sessions() {
        return sessions;
    }

    /**
     * Whether the request proves that it may do what needs a proof: by its session, by its proxy, or by the password.
     *
     * @throws Failure with status 429 when the client guessed too often
     */
    boolean hold(Context ctx) {
        if (SessionCookie.read(ctx).filter(sessions::holds).isPresent()) {
            return true;
        }
        return isRight(ctx, access.proxy(), Optional.ofNullable(ctx.header(Access.HEADER)))
                || isRight(ctx, access.password(), authorization(ctx));
    }

    private boolean isRight(Context ctx, Optional<Secret> secret, Optional<String> given) {
        return secret.isPresent() && given.isPresent() && isRight(ctx, secret.get(), given.get());
    }

    /**
     * Whether what a client gave is the secret. Wrong tries are counted; when there were too many, right ones are refused too,
     * or the refusal would tell which is right.
     *
     * @throws Failure with status 429 when the client guessed too often
     */
    boolean isRight(Context ctx, Secret secret, String given) {
        var client = Peer.of(ctx);
        var wait = tries.take(client);
        if (wait.isPresent()) {
            throw new Failure(new Failure.Answer(
                    429,
                    "Too many attempts",
                    "Wrong passwords came from your address. Wait a little before the next attempt.",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(wait.getAsInt())));
        }
        var right = secret.is(given);
        if (right) {
            tries.give(client);
        }
        return right;
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
