package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Located;
import org.precedent.vocabulary.Vocabularies;

/**
 * What requests are for, by a table of requests.
 */
class RequestSubjectTest {
    private static final Lexicon LEXICON = Lexicon.of(Vocabularies.bundled());

    @TestFactory
    Stream<DynamicTest> tellsWhatARequestIsFor() throws IOException {
        return table().map(row -> DynamicTest.dynamicTest(
                row[0], () -> assertEquals(String.join(" | ", List.of(row).subList(1, row.length)), told(row[0]))));
    }

    private static String told(String request) {
        var subject = RequestSubject.read(LEXICON, FoldedText.of(request), new Range(0, request.length()));
        return String.join(
                " | ",
                list(subject.modalities()),
                list(subject.regions()),
                subject.laterality().map(l -> l.value().label()).orElse(""),
                subject.treatment().map(Located::value).orElse(""));
    }

    private static String list(List<Located<String>> values) {
        return String.join(",", values.stream().map(Located::value).toList());
    }

    private static Stream<String[]> table() throws IOException {
        try (var in = RequestSubjectTest.class.getResourceAsStream("/parse/requests.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t", -1));
        }
    }
}
