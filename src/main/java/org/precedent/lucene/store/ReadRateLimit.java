package org.precedent.lucene.store;

import java.io.IOException;
import org.apache.lucene.store.FilterIndexInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.RateLimiter;

/**
 * Limits the read rate of an integrity check, so that searches keep their share of disk bandwidth; can be unlimited.
 */
public final class ReadRateLimit {
    /** No limit. */
    public static final ReadRateLimit UNLIMITED = new ReadRateLimit(Double.MAX_VALUE);

    private final RateLimiter limiter;

    private ReadRateLimit(double megabytesPerSecond) {
        this.limiter = new RateLimiter.SimpleRateLimiter(megabytesPerSecond);
    }

    /** Creates a limit in megabytes per second. */
    public static ReadRateLimit of(double megabytesPerSecond) {
        return new ReadRateLimit(megabytesPerSecond);
    }

    /** Wraps an input so that reads are throttled. Not thread-safe. */
    IndexInput paced(IndexInput input) {
        return this == UNLIMITED ? input : new PacedInput(input, limiter);
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
