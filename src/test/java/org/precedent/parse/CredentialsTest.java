package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Finding;
import org.precedent.determination.Located;
import org.precedent.determination.Reviewer;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Vocabularies;

/**
 * What a reviewer's credentials say, by a table of lines as letters print them.
 */
class CredentialsTest {
    @TestFactory
    Stream<DynamicTest> tellsSpecialtiesAndLicences() {
        return RequestSubjectTest.table("credentials")
                .map(row -> DynamicTest.dynamicTest(row.substring(0, row.indexOf('\t')), () -> {
                    var cells = row.split("\t", -1);
                    var reviewer = read(row);
                    assertEquals(cells[1], list(reviewer.specialties()));
                    assertEquals(cells[2], list(reviewer.licensure()));
                }));
    }

    static Reviewer read(String row) {
        var text = row.substring(0, row.indexOf('\t')).replace(" / ", "\n");
        var findings = new ArrayList<Finding>();
        var reviewer = Credentials.read(
                FoldedText.of(text),
                new Range(0, FoldedText.of(text).text().length()),
                Vocabularies.bundled().specialty(),
                LetterWords.bundled().state(),
                findings);
        assertEquals(List.of(), findings, row);
        return reviewer;
    }

    private static String list(List<Located<String>> values) {
        return String.join("; ", values.stream().map(Located::value).toList());
    }
}
