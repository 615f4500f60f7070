package org.precedent.vocabulary;

import java.util.Arrays;

/**
 * Edit distance of two words that counts a swap of neighboring letters as one edit (optimal string alignment), computed only up to a limit:
 * a misspelled word is compared with thousands of names, and almost all of them are ruled out by their first letters.
 */
public final class EditDistance {
    private EditDistance() {}

    /**
     * Number of letters to insert, delete, replace or swap with their neighbor to turn one word into the other.
     *
     * @param maximum the bound, not negative
     * @return the distance; {@code maximum + 1} if it is larger than {@code maximum}
     */
    public static int upTo(int maximum, String a, String b) {
        if (Math.abs(a.length() - b.length()) > maximum) {
            return maximum + 1;
        }
        var beforeLast = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        Arrays.setAll(last, j -> j);
        int leastOfLast = 0;
        for (int i = 1; i <= a.length(); i++) {
            int minimum = fill(row, last, beforeLast, a, b, i, maximum);
            // a swap skips a row, so that only two successive rows beyond the bound rule out the words
            if (minimum > maximum && leastOfLast > maximum) {
                return maximum + 1;
            }
            leastOfLast = minimum;
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[b.length()], maximum + 1);
    }

    /** Computes a row for cells at most {@code maximum} from the diagonal, with larger values on both sides; returns the minimum. */
    private static int fill(int[] row, int[] last, int[] beforeLast, String a, String b, int i, int maximum) {
        int from = Math.max(1, i - maximum);
        int to = Math.min(b.length(), i + maximum);
        row[from - 1] = from == 1 ? i : maximum + 1;
        int minimum = row[from - 1];
        for (int j = from; j <= to; j++) {
            int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
            int best = Math.min(last[j - 1] + change, 1 + Math.min(last[j], row[j - 1]));
            boolean swapped =
                    i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
            row[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
            minimum = Math.min(minimum, row[j]);
        }
        if (to < b.length()) {
            row[to + 1] = maximum + 1;
        }
        return minimum;
    }
}
