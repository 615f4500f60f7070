package org.precedent.parse.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Located;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Vocabularies;

/**
 * What requests are for, from a table of requests and expected results.
 */
public class RequestSubjectTest {
    @TestFactory
    Stream<DynamicTest> findsWhatARequestIsFor() {
        return Stream.of("requests", "phrases", "items")
                .flatMap(RequestSubjectTest::table)
                .map(row -> {
                    var cells = row.split("\t", -1);
                    var expected = List.of(cells).subList(1, cells.length);
                    return DynamicTest.dynamicTest(
                            cells[0],
                            () -> assertEquals(expected, subject(cells[0]).subList(0, expected.size()), cells[0]));
                });
    }

    private static List<String> subject(String request) {
        var subject = RequestSubject.read(Vocabularies.bundled(), LetterWords.bundled(), request);
        return List.of(
                list(subject.modalities()),
                list(subject.regions()),
                subject.laterality().map(l -> l.value().label()).orElse(""),
                subject.treatment().map(Located::value).orElse(""),
                subject.subcategory().map(Located::value).orElse(""),
                list(subject.items()));
    }

    private static String list(List<Located<String>> values) {
        return String.join(",", values.stream().map(Located::value).toList());
    }

    /** The rows of a table in {@code src/test/resources/parse}, without comments. */
    public static Stream<String> table(String name) {
        try (var in = Objects.requireNonNull(RequestSubjectTest.class.getResourceAsStream("/parse/" + name + ".tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
