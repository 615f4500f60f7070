package org.precedent.web.limit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import org.precedent.web.http.ClientAddress;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;

/**
 * Rate limit per client: a token bucket that allows the burst of requests for a page and its assets, and answers 429 with {@code
 * Retry-After} above the rate.
 */
public final class RateLimit implements Routes {
    private static final int BURST_SECONDS = 20;
    private static final int SECONDS_PER_MINUTE = 60;

    private final TokenBuckets buckets;
    private final Set<String> exempt;

    /**
     * Creates a limit that applies to each client.
     *
     * @param perMinute requests per minute, at least 1
     * @param exempt paths that are not limited
     */
    public RateLimit(int perMinute, Set<String> exempt) {
        this.exempt = Set.copyOf(exempt);
        this.buckets = new TokenBuckets(
                Math.max(1, perMinute * BURST_SECONDS / (double) SECONDS_PER_MINUTE), perMinute, System::nanoTime);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context ctx) {
        if (exempt.contains(ctx.path())) {
            return;
        }
        var wait = buckets.take(ClientAddress.read(ctx));
        if (wait.isPresent()) {
            throw new Failure(new Failure.Answer(
                    429,
                    "Too many requests",
                    "Too many requests came from your address. Try again in " + wait.getAsInt()
                            + (wait.getAsInt() == 1 ? " second." : " seconds."),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(wait.getAsInt())));
        }
    }
}
