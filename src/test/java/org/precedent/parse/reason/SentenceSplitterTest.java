package org.precedent.parse.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    @Test
    void splitsAtFullStopsAndParagraphs() {
        assertEquals(
                List.of("There are no red flags.", "Is it needed?", "No."),
                split("There are no red flags. Is it needed?\n\nNo."));
    }

    @Test
    void keepsAbbreviationsNumbersAndInitialsWhole() {
        assertEquals(
                List.of("Dr. Example asks for 7.5 mg, e.g. Brand vs. Generic.", "J. Doe agrees."),
                split("Dr. Example asks for 7.5 mg, e.g. Brand vs. Generic. J. Doe agrees."));
    }

    @Test
    void splitsWhereAnExtractorLostTheBlank() {
        assertEquals(
                List.of("The injury was in 2012.", "Thus far therapy was given."),
                split("The injury was in 2012.Thus far therapy was given."));
    }

    @Test
    void keepsClosingQuotesWithTheirSentence() {
        assertEquals(
                List.of("It says \u201cnot recommended.\u201d", "Here it is."),
                split("It says \u201cnot recommended.\u201d Here it is."));
    }

    @Test
    void emptyTextHasNoSentence() {
        assertEquals(List.of(), split(" \n\n "));
    }

    private static List<String> split(String text) {
        return SentenceSplitter.split(text).stream().map(s -> s.slice(text)).toList();
    }
}
