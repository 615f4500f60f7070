package org.precedent.web.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;

/**
 * What the client of a request may do. Pages show only the controls that the client may use.
 *
 * @param read can read determinations and searches
 * @param change can save, import and view operator data
 * @param signedIn has a session, so pages offer to sign out
 * @param signIn has no session but would have more rights after signing in
 */
public record Rights(boolean read, boolean change, boolean signedIn, boolean signIn) {
    /** No permission. */
    public static final Rights NONE = new Rights(false, false, false, false);

    private static final String ATTRIBUTE = "rights";

    /**
     * Attaches these rights to a request.
     */
    public void attach(Context ctx) {
        ctx.attribute(ATTRIBUTE, this);
    }

    /**
     * The rights of a request; {@link #NONE} before authorization.
     */
    public static Rights of(Context ctx) {
        Rights rights = ctx.attribute(ATTRIBUTE);
        return rights == null ? NONE : rights;
    }

    /**
     * Whether these rights include the given one.
     */
    public boolean includes(Right right) {
        return switch (right) {
            case NONE -> true;
            case READ -> read;
            case CHANGE -> change;
        };
    }

    /**
     * Permission a route requires. A route that declares none requires {@link #READ} when its method is safe, else {@link #CHANGE}, so a
     * route without a declaration is never public by accident.
     */
    public enum Right implements RouteRole {
        /** No permission: health checks, assets, the sign-in page. */
        NONE,
        /** Reading determinations and searches. */
        READ,
        /** Saving, importing and viewing operator data. */
        CHANGE
    }
}
