package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precedent.determination.Finding;
import org.precedent.parse.LetterParser.Redaction;
import org.precedent.vocabulary.StepCounter;
import org.precedent.vocabulary.Vocabularies;

/**
 * The cost of parsing in steps: characters examined by patterns, characters copied, words looked up. It is proportional to the length of
 * the text, whatever is repeated and wherever. {@code -Dseed=N} repeats the search for expensive texts, {@code -Drounds=N} sets its
 * length.
 */
class ParsingStepsTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final int LENGTH = 12_000;
    /** Twice the text may cost twice as much, plus a margin for searches within a bounded distance. */
    private static final double DOUBLE = 2.25;
    /** Maximum steps per character; the most expensive known text takes about 720. */
    private static final long MOST = 1_000;

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("rounds", 250);
    private static final int LONGEST_FRAGMENT = 120;

    @TestFactory
    Stream<DynamicTest> aTextTwiceAsLongTakesTwiceTheSteps() {
        return HostileText.FRAGMENTS.stream()
                .map(fragment -> DynamicTest.dynamicTest(fragment.strip() + " (" + fragment.length() + ")", () -> {
                    var single = HostileText.framed(fragment, LENGTH).toList();
                    var repeated = HostileText.framed(fragment, 2 * LENGTH).toList();
                    for (int i = 0; i < single.size(); i++) {
                        long once = steps(single.get(i), Redaction.NONE);
                        long again = steps(repeated.get(i), Redaction.NONE);
                        assertTrue(again <= once * DOUBLE, "frame " + i + ": " + once + " steps, then " + again);
                        assertTrue(again <= MOST * repeated.get(i).length(), "frame " + i + ": " + again + " steps");
                    }
                }));
    }

    @Test
    void redactionTakesTwiceTheStepsToo() {
        for (var fragment : HostileText.FRAGMENTS) {
            var text = fragment.repeat(LENGTH / fragment.length() + 1);
            long once = steps(text, Redaction.TEXT_AND_NAME);
            assertTrue(steps(text + text, Redaction.TEXT_AND_NAME) <= once * DOUBLE, fragment);
        }
    }

    /** Hill climbing: keeps the fragment with the most steps per character, and mutates it further. */
    @Test
    void noFragmentFoundBySearchIsCostlier() {
        var random = new Random(SEED);
        var best = HostileText.FRAGMENTS.get(random.nextInt(HostileText.FRAGMENTS.size()));
        long maximum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var fragment = i == 0 ? best : changed(best, random);
            var texts = HostileText.framed(fragment, LENGTH / 4).toList();
            var text = texts.get(random.nextInt(texts.size()));
            long cost = steps(text, Redaction.NONE) / text.length();
            if (cost > maximum) {
                maximum = cost;
                best = fragment;
            }
            assertTrue(
                    cost <= MOST, "seed " + SEED + ": " + cost + " steps for each character of \"" + fragment + "\"");
        }
        System.out.println("costliest fragment found: " + maximum + " steps for each character: " + best.strip());
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatTakesTooLongIsRejectedWithTheReason(Redaction redaction) {
        var impatient = new LetterParser(Vocabularies.bundled(), Duration.ZERO);
        var text = HostileText.framed("PubMed b2.org ", 20 * LENGTH).findFirst().orElseThrow();
        var refused = assertInstanceOf(
                Parsed.Unreadable.class, impatient.parse(new Letter("letter.txt", "0", text, false), redaction));
        assertEquals(
                List.of(Finding.Kind.TOO_SLOW),
                refused.findings().stream().map(Finding::kind).toList());
        assertEquals("too-slow", refused.findings().getFirst().kind().label());
    }

    @Test
    void aLongListOfPagesDoesNotOverflowTheStack() {
        HostileText.framed("Page(s): 1, 1, 1, ", 400_000).limit(2).forEach(text -> steps(text, Redaction.NONE));
        HostileText.framed("1, ", 400_000).limit(2).forEach(text -> steps("Page(s): " + text, Redaction.NONE));
    }

    private static String changed(String fragment, Random random) {
        var parts = new ArrayList<>(List.of(fragment));
        var other = HostileText.FRAGMENTS.get(random.nextInt(HostileText.FRAGMENTS.size()));
        parts.add(random.nextInt(2), other);
        var joined = String.join("", parts);
        int start = random.nextInt(joined.length());
        int end = Math.min(joined.length(), start + 1 + random.nextInt(LONGEST_FRAGMENT));
        return random.nextBoolean() || joined.length() > LONGEST_FRAGMENT ? joined.substring(start, end) : joined;
    }

    private static long steps(String text, Redaction redaction) {
        var counter = new StepCounter(Duration.ofMinutes(5));
        PARSER.parse(new Letter("letter.txt", "0", text, false), redaction, counter);
        return counter.steps();
    }
}
