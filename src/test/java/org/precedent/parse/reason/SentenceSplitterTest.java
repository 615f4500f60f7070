package org.precedent.parse.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.StepCounter;

class SentenceSplitterTest {
    @Test
    void splitsAtFullStopsAndParagraphs() {
        assertEquals(
                List.of("There are no red flags.", "Is it needed?", "No."),
                split("There are no red flags. Is it needed?\n\nNo."));
    }

    @Test
    void doesNotSplitAbbreviationsNumbersAndInitials() {
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

    @ParameterizedTest
    @ValueSource(strings = {".", ". ", "?!\")", ".\n", "a. ", "etc.", "\n", "1.5 "})
    void takesTwiceTheStepsForTwiceTheText(String part) {
        for (var end : List.of("", "a", " a", "       b", "A b.")) {
            long once = steps(part.repeat(2_000) + " ".repeat(2_000) + end);
            long again = steps(part.repeat(4_000) + " ".repeat(4_000) + end);
            assertTrue(again <= 2.1 * once, part + end + ": " + once + " steps, then " + again);
        }
    }

    private static long steps(String text) {
        var counter = new StepCounter(Duration.ofMinutes(1));
        SentenceSplitter.split(new CountedText(text, counter));
        return counter.steps();
    }

    @Test
    void emptyTextHasNoSentence() {
        assertEquals(List.of(), split(" \n\n "));
    }

    private static List<String> split(String text) {
        return SentenceSplitter.split(text).stream().map(s -> s.slice(text)).toList();
    }
}
