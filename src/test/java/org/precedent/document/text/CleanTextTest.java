package org.precedent.document.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void joinsAWordThatASoftHyphenSplitsAtALineEnd() {
        assertEquals("conservative care", CleanText.clean("conser\u00ad\nvative care"));
        assertEquals("conservative care", CleanText.clean("conser\u00ad \r\n   vative care"));
        assertEquals("conservative", CleanText.clean("conser\u00ad\u200b\u2028vative"));
    }

    @Test
    void dropsSoftHyphensThatSplitNothing() {
        assertEquals("conservative", CleanText.clean("conser\u00advative"));
        assertEquals("care\n\nNext", CleanText.clean("care\u00ad\n\nNext"));
        assertEquals("care", CleanText.clean("care\u00ad"));
    }

    @Test
    void writesEveryHyphenTheSameAndKeepsDashes() {
        assertEquals("X-ray, X-ray, C5-6, C5-6", CleanText.clean("X\u2010ray, X\u2011ray, C5\u22126, C5\uff0d6"));
        assertEquals("1999\u20132004 \u2014", CleanText.clean("1999\u20132004 \u2014"));
    }

    @Test
    void spellsLigaturesOut() {
        assertEquals(
                "fifth finger, offer, flow, affirm, waffle, st",
                CleanText.clean("\ufb01fth \ufb01nger, o\ufb00er, \ufb02ow, a\ufb03rm, wa\ufb04e, \ufb06"));
    }

    @Test
    void writesFullWidthLettersAndColonsPlainly() {
        assertEquals("MRI: Upheld (1)", CleanText.clean("\uff2d\uff32\uff29\uff1a Upheld \uff081\uff09"));
        assertEquals("a: b: c", CleanText.clean("a\u2236 b\ufe55 c"));
    }

    @Test
    void composesAccents() {
        assertEquals("Mu\u00f1oz", CleanText.clean("Mun\u0303oz"));
    }

    @Test
    void keepsOtherLineEndsAsLineEnds() {
        assertEquals("a\nb\nc\nd", CleanText.clean("a\u0085b\u000bc\rd"));
    }
}
