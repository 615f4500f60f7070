package org.precedent.ingest;

import java.time.Duration;
import java.util.Optional;

/**
 * Listener for the progress of an ingest, called on the thread that runs the ingest.
 */
public interface IngestListener {
    /** A listener that does nothing. */
    IngestListener NONE = new IngestListener() {};

    /**
     * Called once per source when it has been processed, though perhaps not yet committed.
     */
    default void progress(Progress progress) {}

    /**
     * Called once per source, in order, when its result is final: written and committed, or nothing to write.
     */
    default void fileCompleted(FileResult result) {}

    /**
     * The progress of an ingest.
     *
     * @param done number of sources processed
     * @param rejected number of sources rejected
     * @param position number of input bytes processed
     * @param total total number of input bytes
     * @param elapsed time since the start
     */
    public record Progress(long done, long rejected, long position, long total, Duration elapsed) {
        /**
         * Returns the number of sources per second.
         */
        public double rate() {
            return elapsed.isZero() ? 0 : done * 1e9 / elapsed.toNanos();
        }

        /**
         * Returns the fraction of the input processed, from 0 to 1.
         */
        public double fraction() {
            return total == 0 ? 1 : Math.min(1, (double) position / total);
        }

        /**
         * Estimates the remaining time from the rate so far; empty while there is too little data for an estimate.
         */
        public Optional<Duration> remaining() {
            return position == 0 || elapsed.toMillis() < 1000
                    ? Optional.empty()
                    : Optional.of(Duration.ofNanos((long) (elapsed.toNanos() * (1 / fraction() - 1))));
        }
    }
}
