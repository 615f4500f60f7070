package org.precedent.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Bounds how often one client may come. Bursts as a page with its parts makes them pass; who goes on beyond the rate is told when
 * to come back.
 */
public final class RateLimit implements Routes {
    private static final int BURST_SECONDS = 20;
    private static final int SECONDS_PER_MINUTE = 60;

    private final Buckets buckets;

    /**
     * A bound of so many requests.
     *
     * @param perMinute at least 1
     */
    public RateLimit(int perMinute) {
        this.buckets = new Buckets(
                Math.max(1, perMinute * BURST_SECONDS / (double) SECONDS_PER_MINUTE), perMinute, System::nanoTime);
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context ctx) {
        var wait = buckets.take(Peer.of(ctx));
        if (wait.isPresent()) {
            throw new Failure(new Failure.Answer(
                    429,
                    "Too many requests",
                    "More requests came from your address than this server takes from one. Come back in "
                            + wait.getAsInt() + (wait.getAsInt() == 1 ? " second." : " seconds."),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(wait.getAsInt())));
        }
    }
}
