package org.precedent.web.limit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;

/**
 * Limits how many pages are rendered at once. Under overload the pages that were begun finish soon and the rest is refused, instead
 * of all of them getting slower. Assets, health checks and metrics are not limited.
 */
public final class PageLimiter implements Routes {
    private static final String PERMIT = "page.permit";

    private final ConcurrencyLimiter limiter;

    /**
     * Limits pages by this limiter.
     */
    public PageLimiter(ConcurrencyLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Releases the permit of a request before it is answered, for handlers with a limit of their own.
     */
    public static void release(Context ctx) {
        ConcurrencyLimiter.Permit permit = ctx.attribute(PERMIT);
        if (permit != null) {
            permit.close();
        }
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.beforeMatched(this::enter);
        routes.after(PageLimiter::release);
    }

    private void enter(Context ctx) {
        var reading = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        var passes = ctx.routeRoles().contains(Right.NONE) || ctx.routeRoles().contains(Right.CHANGE);
        if (reading && !passes) {
            var permit = limiter.acquire();
            ctx.attribute(PERMIT, permit);
            // also released when the client goes away
            Request.addCompletionListener(
                    ServletContextRequest.getServletContextRequest(ctx.req()), failure -> permit.close());
        }
    }
}
