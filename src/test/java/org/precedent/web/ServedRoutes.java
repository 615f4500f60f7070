package org.precedent.web;

import io.javalin.Javalin;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The paths a server answers, for tests that must not forget one.
 */
public final class ServedRoutes {
    private ServedRoutes() {}

    /** As {@code GET /search}. */
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
