package org.precedent.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.precedent.web.limit.TokenBuckets;

/**
 * Throttles guesses at a secret per client address. After too many wrong attempts an address is locked out: the sign-in page then refuses
 * even the right password, so that the refusal reveals nothing. The right secret in a request header is still accepted (without limit if
 * the address has sent it before, otherwise at a limited rate), because many clients may share one address and a stranger's guesses must
 * not block a feed reader.
 */
final class GuessLimiter {
    private static final int ATTEMPTS = 5;
    private static final int ATTEMPTS_PER_MINUTE = 2;
    private static final int PROGRAM_ATTEMPTS_PER_MINUTE = 30;
    private static final int MAX_PROVEN = 10_000;
    private static final Duration PROVEN_FOR = Duration.ofHours(12);

    private final TokenBuckets wrong = new TokenBuckets(ATTEMPTS, ATTEMPTS_PER_MINUTE, System::nanoTime);
    private final TokenBuckets lockedOut =
            new TokenBuckets(PROGRAM_ATTEMPTS_PER_MINUTE, PROGRAM_ATTEMPTS_PER_MINUTE, System::nanoTime);
    private final Map<String, Instant> proven = new RecentlyProven();
    private final InstantSource clock;

    GuessLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The outcome of one attempt.
     *
     * @param right whether the secret was compared and is right
     * @param retryAfter seconds until the client may try again; empty when it is not locked out
     */
    record Attempt(boolean right, OptionalInt retryAfter) {
        static final Attempt NONE = new Attempt(false, OptionalInt.empty());
        static final Attempt RIGHT = new Attempt(true, OptionalInt.empty());
    }

    /**
     * Verifies an attempt on the sign-in page.
     *
     * @param secret compares the typed password; not called while the client is locked out
     */
    Attempt verifyTyped(String client, BooleanSupplier secret) {
        var wait = wrong.take(client);
        return wait.isPresent() ? new Attempt(false, wait) : verify(client, secret);
    }

    /**
     * Verifies a secret sent in a request header.
     *
     * @param secret compares the sent secret
     */
    Attempt verifySent(String client, BooleanSupplier secret) {
        var wait = wrong.take(client);
        var attempt = wait.isEmpty() ? verify(client, secret) : verifyDuringLockout(client, secret, wait);
        if (attempt.right()) {
            remember(client);
        }
        return attempt;
    }

    private Attempt verifyDuringLockout(String client, BooleanSupplier secret, OptionalInt wait) {
        var listen = isProven(client) || lockedOut.take(client).isEmpty();
        return listen && secret.getAsBoolean() ? Attempt.RIGHT : new Attempt(false, wait);
    }

    private Attempt verify(String client, BooleanSupplier secret) {
        if (secret.getAsBoolean()) {
            wrong.refund(client);
            return Attempt.RIGHT;
        }
        return Attempt.NONE;
    }

    private void remember(String client) {
        synchronized (proven) {
            proven.put(client, clock.instant().plus(PROVEN_FOR));
        }
    }

    private boolean isProven(String client) {
        synchronized (proven) {
            var expiry = proven.get(client);
            return expiry != null && expiry.isAfter(clock.instant());
        }
    }

    /** Client addresses that recently sent the right secret, each with its expiry; the oldest entry is evicted first. */
    private static final class RecentlyProven extends LinkedHashMap<String, Instant> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_PROVEN;
        }
    }
}
