package org.precedent.web.http;

import io.javalin.config.RoutesConfig;

/**
 * A group of paths that some part of the site answers; the server adds each group once, while it is being made.
 */
public interface Routes {
    /**
     * Registers this group's handlers.
     */
    void register(RoutesConfig routes);
}
