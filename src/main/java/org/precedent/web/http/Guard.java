package org.precedent.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Stands before every request: refuses foreign host names and cross-site writes, and puts the security headers on every answer.
 */
public final class Guard {
    /** On every answer. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "X-Frame-Options",
            "DENY",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Vary",
            "Accept-Encoding",
            "Cache-Control",
            "no-store");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final List<HandlerType> METHODS = HandlerType.commonHttp();
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Set<String> names;
    private final long largestBody;

    /**
     * A guard that lets in requests for {@code localhost}, for plain addresses and for these names. A name in the
     * {@code Host} header that is none of them may be an attack by rebinding a foreign name to this machine.
     *
     * @param largestBody bytes a request may bring; a larger one is refused before it is sent
     */
    public Guard(Set<String> names, long largestBody) {
        this.names = Set.copyOf(names);
        this.largestBody = largestBody;
    }

    /**
     * Checks a request before anything else sees it.
     */
    public void check(Context ctx) {
        HEADERS.forEach(ctx::header);
        var host = ctx.header("Host");
        if (host == null || !known(name(host))) {
            throw new Failure(
                    421, "Foreign host name", "This server does not answer for the host name in the request.");
        }
        if (!METHODS.contains(ctx.method())) {
            throw new Failure(501, "Not implemented", "This server knows no such method.");
        }
        if (ctx.req().getContentLengthLong() > largestBody) {
            throw new Failure(413, "Request too large", "At most " + largestBody / 1024 + " KB are taken at once.");
        }
        if (ctx.header("Content-Encoding") != null) {
            throw new Failure(415, "Compressed request", "Requests are read as they are; send it uncompressed.");
        }
    }

    /**
     * Refuses changes that another site makes a browser send. Asked only of requests that some handler would take, so that the rest
     * is told which methods there are.
     */
    public void checkOrigin(Context ctx) {
        if (!SAFE.contains(ctx.method()) && !sameOrigin(ctx)) {
            throw new Failure(
                    403, "Cross-site request", "Changes are only taken from pages of this site. Open the page here.");
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
