package org.precedent.lucene.store;

import java.io.IOException;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RateLimiter;

/**
 * Limits how fast an integrity check reads, in bytes per second, so that searches keep their share of the disk; can be unlimited.
 */
public final class ReadRateLimit {
    /** Unbounded. */
    public static final ReadRateLimit FULL = new ReadRateLimit(Double.MAX_VALUE);

    private final RateLimiter limiter;

    private ReadRateLimit(double megabytesPerSecond) {
        this.limiter = new RateLimiter.SimpleRateLimiter(megabytesPerSecond);
    }

    /** At most this many megabytes per second. */
    public static ReadRateLimit of(double megabytesPerSecond) {
        return new ReadRateLimit(megabytesPerSecond);
    }

    /** The input, which pauses while it is read. For one thread. */
    IndexInput paced(IndexInput input) {
        return this == FULL ? input : new PacedInput(input, limiter);
    }

    private static final class PacedInput extends FilterIndexInput {
        private final RateLimiter limiter;
        private long unpaused;

        PacedInput(IndexInput input, RateLimiter limiter) {
            super("paced " + input, input);
            this.limiter = limiter;
        }

        @Override
        public void readBytes(byte[] bytes, int offset, int length) throws IOException {
            super.readBytes(bytes, offset, length);
            unpaused += length;
            if (unpaused >= limiter.getMinPauseCheckBytes()) {
                limiter.pause(unpaused);
                unpaused = 0;
            }
        }
    }
}
