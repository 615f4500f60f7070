package org.precedent.search.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name closest to a misspelt one.
 */
public final class ClosestName {
    private ClosestName() {}

    /**
     * The known name closest to what was typed, letter case aside; empty when none shares at least half of its letters.
     */
    public static Optional<String> find(String typed, Collection<String> known) {
        return find(typed, known, Integer.MAX_VALUE);
    }

    /**
     * The known name closest to what was typed and at most a number of letters off; empty when there is none.
     */
    public static Optional<String> find(String typed, Collection<String> known, int most) {
        var folded = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(k -> new Candidate(k, distance(folded, k.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance <= most)
                .filter(c -> c.distance <= Math.max(1, Math.max(folded.length(), c.name.length()) / 2))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /**
     * Letters to insert, drop, change or swap with their neighbour to get from one word to the other; a known name that
     * continues the typed one costs one.
     */
    private static int distance(String typed, String name) {
        if (typed.length() > 1 && name.startsWith(typed) && !name.equals(typed)) {
            return 1;
        }
        var d = new int[typed.length() + 1][name.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= name.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, typed, name, i, j);
            }
        }
        return d[typed.length()][name.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }

    private record Candidate(String name, int distance) {}
}
