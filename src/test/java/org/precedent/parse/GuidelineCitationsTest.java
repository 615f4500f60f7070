package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Citation;
import org.precedent.parse.request.RequestSubjectTest;
import org.precedent.vocabulary.Vocabularies;

/**
 * What guideline lines cite, by a table of lines.
 */
class GuidelineCitationsTest {
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());

    @TestFactory
    Stream<DynamicTest> tellsWhatALineCites() {
        return RequestSubjectTest.table("citations").map(row -> {
            var line = row.substring(0, row.indexOf('\t'));
            var expected = Arrays.stream(row.substring(line.length() + 1).split(" \\|\\| ", -1))
                    .filter(c -> !c.isEmpty())
                    .toList();
            return DynamicTest.dynamicTest(line, () -> assertEquals(expected, cited(line), line));
        });
    }

    private static List<String> cited(String line) {
        var letter = FoldedText.of(line);
        return new GuidelineCitations(letter, LEXICON)
                .read(Optional.of(new Range(0, letter.text().length()))).citations().stream()
                        .map(GuidelineCitationsTest::parts)
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
