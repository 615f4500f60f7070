package org.precedent.web.limit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.precedent.web.http.ClientAddress;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;

/**
 * Limits the number of pages rendered concurrently. Under overload, the pages in progress finish soon and further requests are refused,
 * instead of all pages getting slower; no client gets more than half of the permits. Assets, health checks and metrics are not limited.
 */
public final class PageLimiter implements Routes {
    private static final String PERMIT = "page.permit";

    private final FairLimiter limiter;

    /**
     * Creates a limiter.
     *
     * @param pages maximum number of pages rendered concurrently
     * @param maxWait maximum wait of a request for a permit
     */
    public PageLimiter(int pages, Duration maxWait) {
        this.limiter = new FairLimiter(pages, Math.max(1, pages / 2), maxWait, ConcurrencyLimiter.Listener.NONE);
    }

    /**
     * Releases the permit of a request early, for handlers with a limit of their own.
     */
    public static void release(Context ctx) {
        FairLimiter.Permit permit = ctx.attribute(PERMIT);
        if (permit != null) {
            permit.close();
        }
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.beforeMatched(this::enter);
        routes.after(PageLimiter::release);
    }

    private void enter(Context ctx) {
        var reading = ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
        var passes = ctx.routeRoles().contains(Right.NONE) || ctx.routeRoles().contains(Right.CHANGE);
        if (reading && !passes) {
            var permit = limiter.acquire(ClientAddress.read(ctx));
            ctx.attribute(PERMIT, permit);
            // also releases the permit when the client disconnects
            Request.addCompletionListener(
                    ServletContextRequest.getServletContextRequest(ctx.req()), failure -> permit.close());
        }
    }
}
