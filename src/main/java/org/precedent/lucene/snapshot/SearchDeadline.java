package org.precedent.lucene.snapshot;

import java.time.Duration;
import org.precedent.search.SearchEngine.TimedOut;

/**
 * The time by which a search must have found its issues. Few queries come near it; those that do chain proximities of frequent
 * words.
 *
 * @param allowed how long the search may take
 * @param end when it is over, in {@link System#nanoTime}
 */
public record SearchDeadline(Duration allowed, long end) {
    /** How long any one search may take. */
    public static final Duration LIMIT = Duration.ofSeconds(10);

    /**
     * A deadline that starts now.
     */
    public static SearchDeadline after(Duration allowed) {
        return new SearchDeadline(allowed, System.nanoTime() + allowed.toNanos());
    }

    /**
     * Checks the deadline.
     *
     * @throws TimedOut when it has passed
     */
    public void check() {
        if (System.nanoTime() - end > 0) {
            throw new TimedOut("it takes longer than " + allowed.toSeconds()
                    + " seconds; chain fewer proximities, or write rarer words or more letters before a star");
        }
    }
}
