package org.precedent.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    private static final int PAIRS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "shoulder, shoulder, 0",
        "shoulder, shoudler, 1",
        "shoulder, sholder, 1",
        "shoulder, shoulders, 1",
        "knee, neck, 3",
        "'', spine, 5",
        "spine, '', 5"
    })
    void countsInsertionsOmissionsChangesAndSwaps(String a, String b, int distance) {
        assertEquals(distance, EditDistance.upTo(9, a, b));
    }

    @Test
    void isOneMoreThanTheLimitBeyondIt() {
        assertEquals(3, EditDistance.upTo(2, "lumbar", "cervical"));
        assertEquals(1, EditDistance.upTo(0, "lumbar", "lumber"));
        assertEquals(2, EditDistance.upTo(1, "ab", "abcdefgh"));
    }

    /** Uses a small alphabet, so that repeated and swapped letters are frequent. */
    @Test
    void equalsTheRecursiveDefinitionUpToEveryBound() {
        var random = new Random(7);
        for (int i = 0; i < PAIRS; i++) {
            var a = word(random);
            var b = word(random);
            int expected = byDefinition(a, b);
            int maximum = random.nextInt(9);
            assertEquals(
                    Math.min(expected, maximum + 1), EditDistance.upTo(maximum, a, b), a + " " + b + " " + maximum);
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(7), 0, 3)
                .collect(
                        StringBuilder::new, (word, letter) -> word.append((char) ('a' + letter)), StringBuilder::append)
                .toString();
    }

    private static int byDefinition(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        var shortA = a.substring(0, a.length() - 1);
        var shortB = b.substring(0, b.length() - 1);
        int change = a.charAt(a.length() - 1) == b.charAt(b.length() - 1) ? 0 : 1;
        int best = Math.min(
                byDefinition(shortA, shortB) + change, 1 + Math.min(byDefinition(shortA, b), byDefinition(a, shortB)));
        boolean swapped = a.length() > 1
                && b.length() > 1
                && a.charAt(a.length() - 1) == b.charAt(b.length() - 2)
                && a.charAt(a.length() - 2) == b.charAt(b.length() - 1);
        return swapped
                ? Math.min(best, 1 + byDefinition(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2)))
                : best;
    }
}
