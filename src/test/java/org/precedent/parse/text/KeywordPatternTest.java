package org.precedent.parse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A search that begins at a keyword finds the same match as the pattern tried at every character. {@code -Dseed=N} repeats the random texts.
 */
class KeywordPatternTest {
    private static final List<KeywordPattern> PATTERNS = List.of(
            KeywordPattern.of(
                    Pattern.compile("\\b(?:was|were) sent\\b", Pattern.CASE_INSENSITIVE), "were ".length(), "sent"),
            KeywordPattern.of(
                    Pattern.compile("\\b(?:Sent by|was (?:sent|asked))\\b"), "was ".length(), "Sent", "sent", "asked"));
    private static final List<String> PIECES = List.of(
            "was ",
            "Were ",
            "were ",
            "sent",
            "Sent",
            "Sent by ",
            "asked",
            "absent ",
            "it",
            " ",
            ". ",
            "\u2019",
            "SENT ");
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void findsTheFirstMatchInAnyRange() {
        var random = new Random(SEED);
        for (int i = 0; i < 3_000; i++) {
            var written = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                written.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            var text = FoldedText.slice(written.toString());
            int start = random.nextInt(text.text().length() + 1);
            int end = start + random.nextInt(text.text().length() - start + 1);
            for (var pattern : PATTERNS) {
                assertEquals(
                        first(text.matcher(pattern.pattern(), start, end)),
                        first(text.matcher(pattern, start, end)),
                        () -> "seed " + SEED + ": " + pattern.pattern() + " in " + start + ".." + end + " of \""
                                + text.text() + "\"");
            }
        }
    }

    private static String first(Matcher matcher) {
        return matcher.find() ? matcher.start() + " " + matcher.group() : "none";
    }

    @Test
    void keywordsAreInLowerCaseIfCaseIsIgnored() {
        var pattern = Pattern.compile("sent", Pattern.CASE_INSENSITIVE);
        assertThrows(IllegalArgumentException.class, () -> KeywordPattern.of(pattern, 0, "Sent"));
    }
}
