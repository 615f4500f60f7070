package org.precedent.web.http;

import io.javalin.http.Context;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * Security headers of every response: a content security policy that forbids inline code, and headers that forbid framing, MIME sniffing
 * and, by default, caching.
 */
public final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
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

    private SecurityHeaders() {}

    /**
     * The content security policy of a page that shows another one of this site in a frame.
     */
    public static String policyWithFrames() {
        return HEADERS.get("Content-Security-Policy") + "; frame-src 'self'";
    }

    /**
     * Sets them on a response that is yet to be written.
     */
    static void set(Context ctx) {
        HEADERS.forEach(ctx::header);
    }

    /**
     * Sets them on a response of Jetty's own.
     */
    static void set(HttpFields.Mutable response) {
        HEADERS.forEach(response::put);
    }
}
