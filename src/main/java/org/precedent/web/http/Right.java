package org.precedent.web.http;

import io.javalin.security.RouteRole;

/**
 * Permission a route requires. A route that declares none requires {@link #READ} when its method is safe, else {@link #CHANGE}, so
 * that a forgotten declaration closes rather than opens.
 */
public enum Right implements RouteRole {
    /** None: health checks, assets, the sign-in page. */
    NONE,
    /** Reading determinations and searches. */
    READ,
    /** Saving, importing, and what only operators need to see. */
    CHANGE
}
