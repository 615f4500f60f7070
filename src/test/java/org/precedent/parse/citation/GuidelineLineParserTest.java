package org.precedent.parse.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Citation;
import org.precedent.parse.ParseTable;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.Vocabularies;

/**
 * Citations in guideline lines, from a table of lines and expected results.
 */
class GuidelineLineParserTest {
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());

    @TestFactory
    Stream<DynamicTest> findsWhatALineCites() {
        return ParseTable.rows("citations").map(row -> {
            var line = row.substring(0, row.indexOf('\t'));
            var expected = Arrays.stream(row.substring(line.length() + 1).split(" \\|\\| ", -1))
                    .filter(c -> !c.isEmpty())
                    .toList();
            return DynamicTest.dynamicTest(line, () -> assertEquals(expected, cited(line), line));
        });
    }

    private static List<String> cited(String line) {
        var letter = FoldedText.slice(line);
        return new GuidelineLineParser(letter, LEXICON)
                .read(Optional.of(new Range(0, letter.text().length()))).citations().stream()
                        .map(GuidelineLineParserTest::parts)
                        .toList();
    }

    private static String parts(Citation citation) {
        return String.join(
                ";",
                citation.family(),
                citation.title().orElse(""),
                citation.edition().orElse(""),
                citation.section().orElse(""),
                citation.pages().orElse(""));
    }
}
