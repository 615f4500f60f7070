package org.precedent.web.http;

import io.javalin.config.RoutesConfig;

/**
 * The routes of one part of the site, registered once when the server is built.
 */
public interface Routes {
    /**
     * Registers this group's handlers.
     */
    void register(RoutesConfig routes);
}
