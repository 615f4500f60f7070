package org.precedent.bench.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.precedent.bench.letters.GeneratedLetters.Generated;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.vocabulary.Vocabularies;

class LettersTest {
    private static final int MANY = 2_000;

    @Test
    void theSameSeedWritesTheSameLetterWhicheverIsAskedForFirst() {
        var one = new GeneratedLetters(7);
        one.letter(11);

        assertEquals(one.letter(3), new GeneratedLetters(7).letter(3));
    }

    @Test
    void anotherSeedWritesAnother() {
        assertNotEquals(
                new GeneratedLetters(7).letter(3).text(),
                new GeneratedLetters(8).letter(3).text());
    }

    @Test
    void noTwoLettersShareACaseNumber() {
        var ids = new GeneratedLetters(1).first(MANY).map(Generated::id).collect(Collectors.toSet());

        assertEquals(MANY, ids.size());
    }

    @Test
    void lettersAreAsLongAndDecideAsMuchAsRealOnes() {
        double characters = new GeneratedLetters(1)
                .first(MANY)
                .mapToInt(l -> l.text().length())
                .average()
                .orElseThrow();
        var issues =
                new GeneratedLetters(1).first(MANY).mapToInt(Generated::issues).summaryStatistics();

        assertTrue(characters > 4_900 && characters < 5_700, "mean length " + characters);
        assertTrue(issues.getAverage() > 1.8 && issues.getAverage() < 2.1, "mean issues " + issues.getAverage());
        assertEquals(21, issues.getMax());
    }

    @Test
    void theParserFindsEveryIssue() {
        var parser = new LetterParser(Vocabularies.bundled());
        for (var letter : new GeneratedLetters(1).first(MANY).toList()) {
            var parsed = parser.parse(new Letter(letter.source(), "", letter.text(), false));

            var read = assertInstanceOf(Parsed.Read.class, parsed, letter::text);
            assertEquals(letter.issues(), read.determination().issues().size(), letter::text);
        }
    }
}
