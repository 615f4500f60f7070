package org.precedent.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ListNumberTest {
    @Test
    void countsInLetters() {
        assertEquals("a", ListNumber.LOWER_LETTER.format(1));
        assertEquals("Z", ListNumber.UPPER_LETTER.format(26));
        assertEquals("bb", ListNumber.LOWER_LETTER.format(28));
    }

    @Test
    void countsInRomanNumerals() {
        assertEquals("xiv", ListNumber.LOWER_ROMAN.format(14));
        assertEquals("MCMXCIX", ListNumber.UPPER_ROMAN.format(1999));
    }

    @Test
    void countsInFiguresWhereAKindHasNoNumeral() {
        assertEquals("0", ListNumber.UPPER_ROMAN.format(0));
        assertEquals("-1", ListNumber.LOWER_LETTER.format(-1));
    }
}
