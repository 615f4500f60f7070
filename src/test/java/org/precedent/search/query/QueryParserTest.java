package org.precedent.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.search.query.QueryParser.Reading.Read;
import org.precedent.search.query.QueryParser.Reading.Wrong;
import org.precedent.vocabulary.Vocabularies;

class QueryParserTest {
    private static final FieldValueParser VALUES = new FieldValueParser(Vocabularies.bundled());

    @TestFactory
    Stream<DynamicTest> readsEveryForm() {
        return TestTable.rows("forms.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    assertEquals(row.get(1), QueryPrinter.print(read(row.getFirst())));
                    assertEquals(row.get(1), QueryPrinter.print(read(row.get(1))), "canonical form");
                }));
    }

    @TestFactory
    Stream<DynamicTest> saysWhatIsWrongAndWhere() {
        return TestTable.rows("errors.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    var error = wrong(row.getFirst());
                    assertEquals(
                            row.get(1) + " " + row.get(2) + " " + row.get(3),
                            error.position() + " " + error.length() + " " + error.message());
                    assertEquals(row.get(4), error.suggestion().orElse("-"));
                    assertFalse(error.expectation().isBlank());
                }));
    }

    @TestFactory
    Stream<DynamicTest> readsOrRejectsOperatorsOfOtherLanguages() {
        return TestTable.rows("signs.tsv").stream()
                .map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> {
                    var reading = switch (QueryParser.parse(row.getFirst(), VALUES)) {
                        case Read read -> QueryPrinter.print(read.query());
                        case Wrong wrong ->
                            "! " + wrong.error().message() + " => "
                                    + wrong.error().suggestion().orElse("-");
                    };
                    assertEquals(row.get(1), reading);
                    var literal = LiteralText.toWords(row.getFirst());
                    assertInstanceOf(Read.class, QueryParser.parse(literal, VALUES), literal);
                }));
    }

    @Test
    void suggestsWhatCanBeReadOrComesCloser() {
        var refused = Stream.concat(
                TestTable.rows("errors.tsv").stream(),
                TestTable.rows("signs.tsv").stream().filter(r -> r.get(1).startsWith("!")));
        for (var row : refused.toList()) {
            var suggestion = wrong(row.getFirst()).suggestion();
            for (int i = 0; i < 3 && suggestion.isPresent(); i++) {
                var reading = QueryParser.parse(suggestion.get(), VALUES);
                suggestion = reading instanceof Wrong next ? next.error().suggestion() : Optional.empty();
            }
            assertEquals(Optional.empty(), suggestion, row.getFirst());
        }
    }

    @Test
    void findsThePositionsOfWords() {
        var and = assertInstanceOf(Query.And.class, read(" (lumbar,  \"red flags\") radicul*"));
        var text = " (lumbar,  \"red flags\") radicul*";
        var word = assertInstanceOf(Query.Word.class, and.parts().get(0));
        assertEquals("lumbar", word.at().slice(text));
        var phrase = assertInstanceOf(Query.Phrase.class, and.parts().get(1));
        assertEquals("\"red flags\"", phrase.at().slice(text));
        var prefix = assertInstanceOf(Query.Prefix.class, and.parts().get(2));
        assertEquals("radicul*", prefix.at().slice(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lumbar mri denied", "w/o contrast, 5/10", "need not documented and/or unclear", ""})
    void callsWordsAlonePlain(String text) {
        assertTrue(assertInstanceOf(Read.class, QueryParser.parse(text, VALUES)).plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a OR b", "-a", "\"a\"", "(a)", "abc*", "region:neck", "a w/5 b", "CM16-0213037"})
    void callsNothingElsePlain(String text) {
        assertFalse(
                assertInstanceOf(Read.class, QueryParser.parse(text, VALUES)).plain());
    }

    @Test
    void boundsLength() {
        assertInstanceOf(Read.class, QueryParser.parse("a".repeat(QueryLimits.LENGTH), VALUES));
        var error = wrong("a ".repeat(QueryLimits.LENGTH / 2) + "b");
        assertEquals(QueryLimits.LENGTH, error.position());
        assertTrue(error.expectation().contains("4000"), error.expectation());
    }

    @Test
    void boundsClauses() {
        assertInstanceOf(Read.class, QueryParser.parse(words(QueryLimits.CLAUSES), VALUES));
        var error = wrong(words(QueryLimits.CLAUSES + 1));
        assertEquals("query of 251 words and values", error.message());
        assertEquals(Optional.of(words(QueryLimits.CLAUSES)), error.suggestion());
    }

    @Test
    void boundsDepth() {
        assertInstanceOf(Read.class, QueryParser.parse(nested(QueryLimits.DEPTH), VALUES));
        assertTrue(wrong(nested(QueryLimits.DEPTH + 1)).message().contains("20 deep"));
        assertTrue(wrong("NOT ".repeat(900) + "a").message().contains("20 deep"));
        assertTrue(wrong("(".repeat(3_000)).position() >= 0);
    }

    @Test
    void readsBackWhatItPrints() {
        long seed = 8_1;
        for (int i = 0; i < 3_000; i++) {
            var query = RandomQueries.any(new Random(seed + i));
            var printed = QueryPrinter.print(query);
            var at = "seed " + (seed + i) + ": " + printed;
            assertEquals(PositionlessQueries.of(query), PositionlessQueries.of(read(printed)), at);
            assertEquals(printed, QueryPrinter.print(read(printed)), at);
        }
    }

    @Test
    void neverThrowsAndAlwaysPointsIntoTheText() {
        var pieces =
                "a MRI ( ) \" - NOT AND OR w/5 pre/2 /s /p w/0 * ! : region: decided: request: cervical 2016.. , ; “ x* /"
                        .split(" ", -1);
        long seed = 42;
        for (int i = 0; i < 20_000; i++) {
            var random = new Random(seed + i);
            var text = new StringBuilder();
            for (int n = random.nextInt(9); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
            check(text.toString(), "seed " + (seed + i));
        }
    }

    private static void check(String text, String seed) {
        switch (QueryParser.parse(text, VALUES)) {
            case Read read -> {
                var printed = QueryPrinter.print(read.query());
                assertEquals(printed, QueryPrinter.print(read(printed)), seed + ": " + text);
            }
            case Wrong wrong -> {
                var error = wrong.error();
                assertTrue(error.position() + error.length() <= text.length(), seed + ": " + text + " " + error);
                assertFalse(error.sentence().contains("Exception"));
            }
        }
    }

    private static String words(int count) {
        return String.join(" ", Collections.nCopies(count, "word"));
    }

    private static String nested(int depth) {
        return "a (b OR ".repeat(depth) + "c" + ")".repeat(depth);
    }

    private static Query read(String text) {
        return switch (QueryParser.parse(text, VALUES)) {
            case Read read -> read.query();
            case Wrong wrong ->
                throw new AssertionError(text + ": " + wrong.error().sentence());
        };
    }

    private static QueryError wrong(String text) {
        return assertInstanceOf(Wrong.class, QueryParser.parse(text, VALUES), text)
                .error();
    }
}
