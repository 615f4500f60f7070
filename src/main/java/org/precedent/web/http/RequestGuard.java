package org.precedent.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks every request before routing (known host name, known method, limited and uncompressed body) and rejects cross-origin changes.
 */
public final class RequestGuard {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final List<HandlerType> METHODS = HandlerType.commonHttp();
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> names;
    private final long largestBody;

    /**
     * Creates a guard.
     *
     * @param names host names accepted besides {@code localhost} and IP addresses; any other name in the {@code Host} header may be a DNS
     *     rebinding attack
     * @param largestBody maximum body size in bytes; a larger body is rejected before it is read
     */
    public RequestGuard(Set<String> names, long largestBody) {
        this.names = Set.copyOf(names);
        this.largestBody = largestBody;
    }

    /**
     * Sets the security headers and checks host, method and body.
     *
     * @throws Failure with status 413, 415, 421 or 501
     */
    public void check(Context ctx) {
        SecurityHeaders.set(ctx);
        var host = ctx.header("Host");
        if (host == null || !known(name(host))) {
            throw new Failure(
                    421,
                    "Unknown host name",
                    "This server does not serve the host name in the request. Its operator can add the name with --name.");
        }
        if (!METHODS.contains(ctx.method())) {
            throw new Failure(501, "Not implemented", "This server does not support the method of the request.");
        }
        if (ctx.req().getContentLengthLong() > largestBody) {
            throw new Failure(413, "Request too large", "A request may hold at most " + largestBody / 1024 + " KB.");
        }
        if (ctx.header("Content-Encoding") != null) {
            throw new Failure(
                    415,
                    "Compressed request",
                    "This server does not accept compressed requests. Send it uncompressed.");
        }
    }

    /**
     * Rejects cross-site changes. Called for matched routes only, so that unsupported methods get 405 with {@code Allow}.
     *
     * @throws Failure with status 403
     */
    public void checkOrigin(Context ctx) {
        if (!SAFE.contains(ctx.method()) && !sameOrigin(ctx)) {
            throw new Failure(
                    403,
                    "Cross-site request",
                    "Changes are accepted only from pages of this site. Open the page on this site and try again.");
        }
    }

    private boolean known(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches()
                || names.contains(name);
    }

    private static String name(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    private static boolean sameOrigin(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = ctx.header("Origin");
        return origin != null && authority(origin).equalsIgnoreCase(ctx.header("Host"));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
