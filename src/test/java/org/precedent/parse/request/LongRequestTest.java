package org.precedent.parse.request;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Vocabularies;

/**
 * A request may be as long as a damaged letter: reading it takes time in proportion to its length.
 */
class LongRequestTest {
    private static final String[] PIECES = {
        "Norco 10/325mg, ",
        "right knee and left knee ",
        "Flurbiprofen 20% ",
        "original request, ",
        "excision of the ganglion ",
        "with pain management consult and ",
        "lumbar fusion ",
        "1 2 3 4 5 6 7 8 9 ",
        "R/L ",
        "supply of the for ",
        "and, or/ "
    };

    @Test
    void tenTimesTheLengthTakesNoMoreThanAboutTenTimesAsLong() {
        for (var piece : PIECES) {
            check(piece);
        }
        check(String.join("", PIECES));
    }

    private static void check(String piece) {
        var small = piece.repeat(20_000 / piece.length());
        var large = piece.repeat(200_000 / piece.length());
        read(small);
        long base = read(small);
        long time = read(large);
        assertTrue(
                time < 40 * Math.max(base, 5_000_000L),
                "\"" + piece + "\": " + small.length() + " characters in " + base / 1_000 + " us, " + large.length()
                        + " in " + time / 1_000 + " us");
    }

    private static long read(String request) {
        long start = System.nanoTime();
        RequestSubject.read(Vocabularies.bundled(), LetterWords.bundled(), request);
        return System.nanoTime() - start;
    }
}
