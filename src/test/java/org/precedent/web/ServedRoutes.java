package org.precedent.web;

import io.javalin.Javalin;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The routes of a server, for tests that must cover all of them.
 */
public final class ServedRoutes {
    private ServedRoutes() {}

    /** All routes, in the form {@code GET /search}. */
    public static Set<String> of(Server server) {
        try {
            var field = Server.class.getDeclaredField("javalin");
            field.setAccessible(true);
            return ((Javalin) field.get(server))
                    .unsafe.internalRouter.allHttpHandlers().stream()
                            .map(e -> e.endpoint)
                            .filter(e -> e.method.isHttpMethod())
                            .map(e -> e.method + " " + e.path)
                            .collect(Collectors.toSet());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the server holds its routes elsewhere now", e);
        }
    }
}
