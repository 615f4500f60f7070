package org.precedent.web.http;

import io.javalin.http.Context;

/**
 * What whoever sent this request may do; pages show no more than that.
 *
 * @param read letters and searches are open
 * @param change saving is open
 * @param signedIn by the sign-in page, so that signing out means something
 * @param signIn there is a sign-in page and it would open more
 */
public record Rights(boolean read, boolean change, boolean signedIn, boolean signIn) {
    /** Nothing is known of who asks. */
    public static final Rights NONE = new Rights(false, false, false, false);

    private static final String HELD = "rights";

    /**
     * Remembers these for the rest of the request.
     */
    public void hold(Context ctx) {
        ctx.attribute(HELD, this);
    }

    /**
     * Those of a request; none before they were found out.
     */
    public static Rights of(Context ctx) {
        Rights held = ctx.attribute(HELD);
        return held == null ? NONE : held;
    }

    /**
     * Whether they suffice.
     */
    public boolean suffice(Right right) {
        return switch (right) {
            case NONE -> true;
            case READ -> read;
            case CHANGE -> change;
        };
    }
}
