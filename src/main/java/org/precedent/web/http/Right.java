package org.precedent.web.http;

import io.javalin.security.RouteRole;

/**
 * What a path asks of whoever comes. A path that names none asks for {@link #READ} when its method is safe, else for
 * {@link #CHANGE}: what was forgotten is closed, not open.
 */
public enum Right implements RouteRole {
    /** Nothing: whether the server lives, what the sign-in page is made of. */
    NONE,
    /** Reading letters and searches. */
    READ,
    /** Saving, importing, and what only those who run the server need to see. */
    CHANGE
}
