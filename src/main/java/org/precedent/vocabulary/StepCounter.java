package org.precedent.vocabulary;

import java.time.Duration;

/**
 * Enforces a time limit on parsing one text. Parsing reports its steps (a character tested by a pattern, a character copied, a word
 * looked up); the clock is checked at regular intervals, and {@link TimeLimitExceeded} is thrown when the limit has passed. Not
 * thread-safe.
 */
public final class StepCounter {
    /** Number of steps between two checks of the clock: a few milliseconds. */
    private static final long STRIDE = 1 << 20;
    /**
     * Maximum length of a text that cannot take seconds to parse: tests limit parsing to 1,000 steps per character, and a step takes a few
     * nanoseconds.
     */
    private static final int EXACT_LIMIT = 100_000;

    private final long deadline;
    private final boolean exact;
    private long steps;
    private long nextCheck = STRIDE;

    /**
     * Thrown when the time limit has passed.
     */
    public static final class TimeLimitExceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TimeLimitExceeded(long steps) {
            super("time limit exceeded after " + steps + " steps");
        }
    }

    /**
     * An exact counter, whose time starts now.
     *
     * @param limit how long parsing may take
     */
    public StepCounter(Duration limit) {
        this(limit, true);
    }

    private StepCounter(Duration limit, boolean exact) {
        this.deadline = System.nanoTime() + limit.toNanos();
        this.exact = exact;
    }

    /**
     * A counter for one text, whose time starts now. Exact for long texts; for short ones, it counts the characters each pattern is given
     * instead of those it reads, which is several times faster.
     *
     * @param limit how long parsing may take
     * @param length number of characters in the text
     */
    public static StepCounter forText(Duration limit, int length) {
        return new StepCounter(limit, length > EXACT_LIMIT);
    }

    /**
     * A counter without an effective time limit.
     */
    public static StepCounter unlimited() {
        return new StepCounter(Duration.ofDays(1));
    }

    /**
     * Whether every character a pattern reads is counted.
     */
    boolean isExact() {
        return exact;
    }

    /**
     * The steps counted so far.
     */
    public long steps() {
        return steps;
    }

    /**
     * Counts one step.
     *
     * @throws TimeLimitExceeded when the limit has passed
     */
    public void step() {
        if (++steps >= nextCheck) {
            check();
        }
    }

    /**
     * Counts several steps.
     *
     * @throws TimeLimitExceeded when the limit has passed
     */
    public void add(int more) {
        steps += more;
        if (steps >= nextCheck) {
            check();
        }
    }

    private void check() {
        nextCheck = steps + STRIDE;
        if (System.nanoTime() - deadline > 0) {
            throw new TimeLimitExceeded(steps);
        }
    }
}
