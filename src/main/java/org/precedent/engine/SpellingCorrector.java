package org.precedent.engine;

import java.util.Comparator;
import java.util.Optional;
import org.precedent.text.Tokenizer;

/**
 * Finds an indexed word close to one that finds nothing: same first letter, at most two edits. Numbers, codes and words in the
 * index are never corrected.
 */
public final class SpellingCorrector {
    private static final int SHORTEST = 4;
    private static final int LONG = 7;

    private final Tokenizer tokenizer;
    private final TermDictionary dictionary;

    public SpellingCorrector(Tokenizer tokenizer, TermDictionary dictionary) {
        this.tokenizer = tokenizer;
        this.dictionary = dictionary;
    }

    private record Near(String form, int distance, long count) {}

    public Optional<String> correct(String word) {
        var tokens = tokenizer.tokenize(word.strip());
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        var form = tokens.getFirst().form();
        boolean isWord = form.length() >= SHORTEST && form.chars().allMatch(Character::isLetter);
        if (!isWord || dictionary.frequency(tokens.getFirst().stem()) > 0) {
            return Optional.empty();
        }
        int most = form.length() >= LONG ? 2 : 1;
        return dictionary.withinEdits(form, most).entrySet().stream()
                .map(e -> new Near(e.getKey(), distance(form, e.getKey(), most), e.getValue()))
                .filter(n -> n.distance <= most)
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparingLong(n -> -n.count)
                        .thenComparing(Near::form))
                .map(Near::form);
    }

    /** Letters to insert, drop, change or swap; more than {@code most} where it is more. */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                d[i][j] = step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
