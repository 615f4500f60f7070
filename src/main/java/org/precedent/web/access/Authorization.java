package org.precedent.web.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.GuessLimiter.Attempt;
import org.precedent.web.http.ClientAddress;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Rights;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;

/**
 * Determines the permissions of a request and refuses what exceeds them: browsers are redirected to the sign-in page, programs get a status
 * code.
 */
public final class Authorization implements Routes {
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final String LOCKED_OUT = "access.lockedOut";

    private final Access access;
    private final RequestCredentials credentials;

    /**
     * Enforces the given access policy.
     */
    public Authorization(Access access, InstantSource clock) {
        this.access = access;
        this.credentials = new RequestCredentials(access, clock);
    }

    Access access() {
        return access;
    }

    RequestCredentials credentials() {
        return credentials;
    }

    @Override
    public void register(RoutesConfig routes) {
        // also on public pages, because they show only what the client may read
        routes.before(this::identify);
        routes.beforeMatched(this::check);
    }

    private void check(Context ctx) {
        var right = requiredRight(ctx);
        if (right != Right.NONE && access.audience() == Audience.THIS_MACHINE) {
            refuseProxies(ctx);
        }
        if (!Rights.of(ctx).includes(right)) {
            Integer wait = ctx.attribute(LOCKED_OUT);
            if (wait != null) {
                throw lockedOut(wait);
            }
            deny(ctx);
        }
    }

    private static Right requiredRight(Context ctx) {
        var usual = SAFE.contains(ctx.method()) ? Right.READ : Right.CHANGE;
        return ctx.routeRoles().stream().map(Right.class::cast).findFirst().orElse(usual);
    }

    private void identify(Context ctx) {
        if (access.audience() == Audience.THIS_MACHINE) {
            new Rights(true, true, false, false).attach(ctx);
            return;
        }
        var attempt = credentials.verify(ctx);
        attempt.retryAfter().ifPresent(seconds -> ctx.attribute(LOCKED_OUT, seconds));
        var session =
                SessionCookie.read(ctx).filter(credentials.sessions()::isValid).isPresent();
        new Rights(
                        attempt.right() || access.audience() == Audience.ANYBODY,
                        attempt.right(),
                        session,
                        !attempt.right() && access.password().isPresent())
                .attach(ctx);
    }

    /**
     * Creates the response for a client that is locked out after too many wrong passwords.
     *
     * @param seconds until the client may try again
     */
    static Failure lockedOut(int seconds) {
        return new Failure(new Failure.Answer(
                429,
                "Too many attempts",
                "Too many wrong passwords came from your address. Try again in " + seconds
                        + (seconds == 1 ? " second." : " seconds."),
                Optional.empty(),
                Optional.empty(),
                Optional.of(seconds)));
    }

    private static void refuseProxies(Context ctx) {
        if (Stream.of("X-Forwarded-For", "X-Real-IP", "Forwarded").anyMatch(h -> ctx.header(h) != null)) {
            throw new Failure(
                    403,
                    "Not open to others",
                    "A proxy forwarded this request, but the server accepts requests only from its own machine. Its"
                            + " operator can allow others with --public, --password-file or --proxy-secret-file.");
        }
    }

    private void deny(Context ctx) {
        if (access.password().isEmpty()) {
            throw access.audience() == Audience.ANYBODY
                    ? new Failure(403, "Read only", "This server is read-only; nothing can be saved or changed here.")
                    : new Failure(
                            403,
                            "Closed",
                            "This server can be used only through its sign-in proxy. Ask its operator for the address.");
        }
        if (Failures.wantsJson(ctx) || !accepts(ctx, "text/html")) {
            // "Basic" makes browsers open a password dialog, so it is offered for feeds only
            ctx.header("WWW-Authenticate", ctx.path().endsWith(".atom") ? "Basic realm=\"Precedent\"" : "Bearer");
            throw new Failure(
                    401,
                    "Sign in first",
                    "Send the password as \"Authorization: Bearer ...\", or sign in at /sign-in.");
        }
        ctx.redirect(
                "/sign-in?to=" + URLEncoder.encode(ReturnPath.read(ctx), StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
        ctx.skipRemainingHandlers();
    }

    private static boolean accepts(Context ctx, String type) {
        var accept = ctx.header("Accept");
        return accept != null && accept.contains(type);
    }

    /**
     * Verifies the credentials of a request: a session cookie, the proxy's header, or the password as Bearer or Basic.
     */
    static final class RequestCredentials {
        private final Access access;
        private final Sessions sessions;
        private final GuessLimiter guesses;

        RequestCredentials(Access access, InstantSource clock) {
            this.access = access;
            this.sessions = new Sessions(
                    access.password().map(access.sessionKey()::derive).orElse(access.sessionKey()), clock);
            this.guesses = new GuessLimiter(clock);
        }

        Sessions sessions() {
            return sessions;
        }

        /**
         * Verifies all credentials of a request. A request without credentials does not count as an attempt.
         */
        Attempt verify(Context ctx) {
            if (SessionCookie.read(ctx).filter(sessions::isValid).isPresent()) {
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
                    ? guesses.verifySent(
                            ClientAddress.read(ctx), () -> secret.get().matches(given.get()))
                    : Attempt.NONE;
        }

        /**
         * Verifies a password typed on the sign-in page. An empty form does not count as an attempt.
         */
        Attempt verifyTyped(Context ctx, Secret password, String typed) {
            return typed.isEmpty()
                    ? Attempt.NONE
                    : guesses.verifyTyped(ClientAddress.read(ctx), () -> password.matches(typed));
        }

        // feed readers support only Basic authentication; any user name is accepted
        private static Optional<String> authorization(Context ctx) {
            var header = Optional.ofNullable(ctx.header("Authorization")).orElse("");
            if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
                return Optional.of(header.substring(7).strip());
            }
            if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
                return Optional.empty();
            }
            try {
                var pair = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                return Optional.of(pair.substring(pair.indexOf(':') + 1));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
