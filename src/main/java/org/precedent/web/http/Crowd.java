package org.precedent.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/**
 * Bounds how many pages are made at once, so that in a rush those that are begun are finished soon and the rest is told to come
 * back, instead of all getting slower and slower. What costs next to nothing, and what those who run the server look at, passes by.
 */
public final class Crowd implements Routes {
    private static final String PLACE = "crowd.place";

    private final Gate gate;

    /**
     * Lets pages through this gate.
     */
    public Crowd(Gate gate) {
        this.gate = gate;
    }

    /**
     * Gives the request's place back before it is answered: what follows is bounded by something else.
     */
    public static void leave(Context ctx) {
        Gate.Place place = ctx.attribute(PLACE);
        if (place != null) {
            place.close();
        }
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.beforeMatched(this::enter);
        routes.after(Crowd::leave);
    }

    private void enter(Context ctx) {
        var reading = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        var passes = ctx.routeRoles().contains(Right.NONE) || ctx.routeRoles().contains(Right.CHANGE);
        if (reading && !passes) {
            var place = gate.enter();
            ctx.attribute(PLACE, place);
            // whatever happens to the request, its place is not lost
            Request.addCompletionListener(
                    ServletContextRequest.getServletContextRequest(ctx.req()), failure -> place.close());
        }
    }
}
