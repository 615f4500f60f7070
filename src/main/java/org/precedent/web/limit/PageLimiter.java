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
 * Limits how many pages are rendered concurrently. Under overload, the pages in progress finish soon and the rest is refused, instead of
 * all of them getting slower; no client takes more than half of the permits. Assets, health checks and metrics are not limited.
 */
public final class PageLimiter implements Routes {
    private static final String PERMIT = "page.permit";

    private final FairLimiter limiter;

    /**
     * Limits pages.
     *
     * @param pages rendered at once
     * @param patience how long a request waits for its turn
     */
    public PageLimiter(int pages, Duration patience) {
        this.limiter = new FairLimiter(pages, Math.max(1, pages / 2), patience, ConcurrencyLimiter.Listener.NONE);
    }

    /**
     * Releases the permit of a request before it is answered, for handlers with a limit of their own.
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
            // also released when the client goes away
            Request.addCompletionListener(
                    ServletContextRequest.getServletContextRequest(ctx.req()), failure -> permit.close());
        }
    }
}
