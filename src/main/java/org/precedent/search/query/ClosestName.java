package org.precedent.search.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.precedent.vocabulary.EditDistance;

/**
 * Finds the known name closest to a misspelled one.
 */
public final class ClosestName {
    private static final Comparator<Candidate> CLOSEST =
            Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name);

    private ClosestName() {}

    /**
     * The known name closest to what was typed, ignoring case; empty when none shares at least half of its letters.
     */
    public static Optional<String> find(String typed, Collection<String> known) {
        return find(typed, known, Integer.MAX_VALUE);
    }

    /**
     * The known name closest to what was typed, ignoring case, with an edit distance of at most {@code maximum}; empty when there is none.
     */
    public static Optional<String> find(String typed, Collection<String> known, int maximum) {
        var folded = typed.toLowerCase(Locale.ROOT);
        var best = Optional.<Candidate>empty();
        for (var name : known) {
            // distances beyond the best so far need not be computed
            int bound = Math.min(best.map(Candidate::distance).orElse(maximum), maxDistance(folded, name));
            int distance = distance(folded, name.toLowerCase(Locale.ROOT), bound);
            var candidate = new Candidate(name, distance);
            if (distance <= bound
                    && best.filter(b -> CLOSEST.compare(b, candidate) <= 0).isEmpty()) {
                best = Optional.of(candidate);
            }
        }
        return best.map(Candidate::name);
    }

    private static int maxDistance(String typed, String name) {
        return Math.max(1, Math.max(typed.length(), name.length()) / 2);
    }

    /** Edit distance, at most one more than {@code maximum}; 1 for a known name that starts with the typed one. */
    private static int distance(String typed, String name, int maximum) {
        return typed.length() > 1 && name.startsWith(typed) && !name.equals(typed)
                ? 1
                : EditDistance.upTo(maximum, typed, name);
    }

    private record Candidate(String name, int distance) {}
}
