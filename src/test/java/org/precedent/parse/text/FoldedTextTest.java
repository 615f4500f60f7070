package org.precedent.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.determination.Span;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource({
        "the shoul\u00ad\\nder was, the shoulder was",
        "the shoul\u00ad\\f\\nder was, the shoulder was",
        "the shoul\u00ad\\n\\nder was, the shoulder was",
        "the shoul\u00adder was, the shoulder was",
        "a wrist splint\u00ad\\n(left), a wrist splint (left)",
        "non\u2011weight\u2010bearing, non-weight-bearing",
        "of\ufb01ce, office",
        "e\ufb03cacy a\ufb00ected in\ufb02amed wa\ufb04e, efficacy affected inflamed waffle",
    })
    void foldsHyphensAndLigatures(String source, String folded) {
        var lines = source.replace("\\n", "\n").replace("\\f", "\f");
        assertEquals(folded, FoldedText.slice(lines).text());
    }

    @Test
    void spansOfFoldedLettersCoverTheirCharactersInTheSource() {
        var source = "the \ufb01fth \ufb01nger";
        var letter = FoldedText.slice(source);
        int start = letter.text().indexOf("finger");
        assertEquals(new Span(9, 14), letter.span(start, start + "finger".length()));
        assertEquals("\ufb01nger", new Span(9, 14).slice(source));
    }
}
