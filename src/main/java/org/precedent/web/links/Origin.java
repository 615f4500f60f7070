package org.precedent.web.links;

import io.javalin.http.Context;

/**
 * The address the client knows this server by.
 */
final class Origin {
    private Origin() {}

    /**
     * As the request names it; the guard has let its host name pass.
     */
    static Addresses of(Context ctx) {
        return new Addresses(ctx.scheme() + "://" + ctx.header("Host"));
    }
}
