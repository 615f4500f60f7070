package org.precedent.parse.request;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Vocabularies;

/**
 * A damaged letter can have a very long request; the steps for reading it are proportional to its length.
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
    void tenTimesTheLengthTakesAboutTenTimesTheSteps() {
        for (var piece : PIECES) {
            check(piece);
        }
        check(String.join("", PIECES));
    }

    private static void check(String piece) {
        long small = steps(piece.repeat(2_000 / piece.length() + 1));
        long large = steps(piece.repeat(20_000 / piece.length() + 10));
        assertTrue(large <= 15 * small, "\"" + piece + "\": " + small + " steps, ten times its length " + large);
    }

    private static long steps(String request) {
        var counted = CountedText.of(request);
        RequestSubject.read(Vocabularies.bundled(), LetterWords.bundled(), counted);
        return counted.counter().steps();
    }
}
