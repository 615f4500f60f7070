package org.precedent.web.limit;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Token buckets, one per client: each refills at a steady rate, so that short bursts pass and a sustained excess does not. Memory is
 * bounded: when {@value #MAX_CLIENTS} clients are remembered, all others share one bucket.
 */
public final class TokenBuckets {
    /** Maximum number of clients remembered. Clients with a full bucket are forgotten first. */
    static final int MAX_CLIENTS = 20_000;

    private static final String OVERFLOW_CLIENT = "";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SECONDS_PER_MINUTE = 60;

    private final double size;
    private final double perSecond;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong swept = new AtomicLong();

    /**
     * Creates buckets that are initially full.
     *
     * @param size capacity of a bucket, in tokens
     * @param perMinute tokens added per minute
     * @param nanos monotonic clock, in nanoseconds
     */
    public TokenBuckets(double size, double perMinute, LongSupplier nanos) {
        this.size = size;
        this.perSecond = perMinute / SECONDS_PER_MINUTE;
        this.nanos = nanos;
        swept.set(nanos.getAsLong());
    }

    /**
     * Takes a token from a client's bucket.
     *
     * @return empty on success, else the seconds until a token is available, at least 1
     */
    public OptionalInt take(String client) {
        return bucket(client).take();
    }

    /**
     * Puts a token back.
     */
    public void refund(String client) {
        bucket(client).refund();
    }

    private Bucket bucket(String client) {
        if (buckets.size() >= MAX_CLIENTS) {
            sweep();
        }
        var known = buckets.get(client);
        return known != null
                ? known
                : buckets.computeIfAbsent(buckets.size() < MAX_CLIENTS ? client : OVERFLOW_CLIENT, c -> new Bucket());
    }

    // scans all buckets, so at most once a second
    private void sweep() {
        long last = swept.get();
        long now = nanos.getAsLong();
        if (now - last > NANOS_PER_SECOND && swept.compareAndSet(last, now)) {
            buckets.values().removeIf(Bucket::isFull);
        }
    }

    private final class Bucket {
        private double left = size;
        private long at = nanos.getAsLong();

        synchronized OptionalInt take() {
            refill();
            if (left < 1) {
                return OptionalInt.of((int) Math.max(1, Math.ceil((1 - left) / perSecond)));
            }
            left--;
            return OptionalInt.empty();
        }

        synchronized void refund() {
            left = Math.min(size, left + 1);
        }

        synchronized boolean isFull() {
            refill();
            return left >= size;
        }

        private void refill() {
            long now = nanos.getAsLong();
            left = Math.min(size, left + (now - at) / NANOS_PER_SECOND * perSecond);
            at = now;
        }
    }
}
