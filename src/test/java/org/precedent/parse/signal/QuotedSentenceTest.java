package org.precedent.parse.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Located;
import org.precedent.determination.Span;

/**
 * Locates the sentence around a mention in the determination's text.
 */
class QuotedSentenceTest {
    private static final String LETTER = "Decision rationale: The request is for the knee. There are no\n"
            + "  red flags in the\tcervical spine.  The request is denied.\n\nEnd";
    private static final String VALUE =
            "The request is for the knee. There are no red flags in the cervical spine. The request is denied.";

    @Test
    void isFoundWhateverTheWhiteSpace() {
        assertEquals(
                Optional.of("There are no\n  red flags in the\tcervical spine."),
                around(VALUE, "cervical").map(s -> s.slice(LETTER)));
        assertEquals(
                Optional.of("The request is for the knee."),
                around(VALUE, "knee").map(s -> s.slice(LETTER)));
        assertEquals(
                Optional.of("The request is denied."), around(VALUE, "denied").map(s -> s.slice(LETTER)));
    }

    @Test
    void isNotFoundWhereTheLetterHasOtherWords() {
        assertEquals(Optional.empty(), around(VALUE.replace("flags", "signs"), "cervical"));
    }

    private static Optional<Span> around(String value, String word) {
        int at = value.indexOf(word);
        var rationale = new Located<>(value, new Span(LETTER.indexOf("The request"), LETTER.indexOf("\n\nEnd")));
        return QuotedSentence.around(rationale, new Span(at, at + word.length()), LETTER);
    }
}
