package org.precedent.web.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;

/**
 * What the client of a request may do. Pages show only the controls that the client may use.
 *
 * @param read may read determinations and searches
 * @param change may save, import and see what only operators need
 * @param signedIn has a session, so the page offers to sign out
 * @param signIn has no session, and signing in would grant more rights
 */
public record Rights(boolean read, boolean change, boolean signedIn, boolean signIn) {
    /** No permission. */
    public static final Rights NONE = new Rights(false, false, false, false);

    private static final String HELD = "rights";

    /**
     * Attaches these rights to a request.
     */
    public void attach(Context ctx) {
        ctx.attribute(HELD, this);
    }

    /**
     * The rights of a request; {@link #NONE} before authorization.
     */
    public static Rights of(Context ctx) {
        Rights held = ctx.attribute(HELD);
        return held == null ? NONE : held;
    }

    /**
     * Whether they include a permission.
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
     * route without a declaration is never open by accident.
     */
    public enum Right implements RouteRole {
        /** None: health checks, assets, the sign-in page. */
        NONE,
        /** Reading determinations and searches. */
        READ,
        /** Saving, importing, and what only operators need to see. */
        CHANGE
    }
}
