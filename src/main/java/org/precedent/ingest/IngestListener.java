package org.precedent.ingest;

import java.time.Duration;
import java.util.Optional;

/**
 * Listener for the progress of an ingest, called on the thread that runs it.
 */
public interface IngestListener {
    /** Does not listen. */
    IngestListener NONE = new IngestListener() {};

    /**
     * A source was dealt with, though perhaps not yet committed. Called once for each.
     */
    default void progress(Progress progress) {}

    /**
     * The result of a source is final: written and committed, or nothing to write. Called once for each, in order.
     */
    default void fileCompleted(FileResult result) {}

    /**
     * How far an ingest has come.
     *
     * @param done sources dealt with
     * @param rejected how many of them were rejected
     * @param position bytes of input walked
     * @param total bytes of all input
     * @param elapsed since the start
     */
    public record Progress(long done, long rejected, long position, long total, Duration elapsed) {
        /**
         * Sources per second.
         */
        public double rate() {
            return elapsed.isZero() ? 0 : done * 1e9 / elapsed.toNanos();
        }

        /**
         * Part of the input walked, 0 to 1.
         */
        public double fraction() {
            return total == 0 ? 1 : Math.min(1, (double) position / total);
        }

        /**
         * Estimated time left at the rate so far; empty while too little is done for an estimate.
         */
        public Optional<Duration> remaining() {
            return position == 0 || elapsed.toMillis() < 1000
                    ? Optional.empty()
                    : Optional.of(Duration.ofNanos((long) (elapsed.toNanos() * (1 / fraction() - 1))));
        }
    }
}
