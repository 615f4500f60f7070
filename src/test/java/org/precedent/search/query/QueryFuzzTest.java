package org.precedent.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.precedent.MutationFuzzer;
import org.precedent.search.query.QueryParser.Reading.Read;
import org.precedent.search.query.QueryParser.Reading.Wrong;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.vocabulary.Vocabularies;

/**
 * Mutated queries: a parsed query prints to a text that parses and prints the same; the error of a rejected query points into its text;
 * and the URL of the search parses back to the same search.
 */
class QueryFuzzTest {
    private static final int EXECUTIONS = 25_000;
    private static final FieldValueParser VALUES = new FieldValueParser(Vocabularies.bundled());
    private static final List<String> WORDS = List.of(
            " AND ",
            " OR ",
            " NOT ",
            "-",
            "(",
            ")",
            "\"",
            " w/5 ",
            " pre/3 ",
            " /s ",
            " /p ",
            " w/99999999999 ",
            "*",
            "!",
            ":",
            "region:",
            "decision:upheld",
            "decided:",
            "2016..2017",
            "case:CM16-0000001",
            "w/o",
            "C5/C6",
            "10/325mg",
            "request:",
            "rationale:(",
            "summary:\"",
            " ",
            "  ",
            "a",
            "the");

    @Test
    void changedQueriesAreReadOrRefused() {
        new MutationFuzzer(MutationFuzzer.lines("queries.txt"), WORDS).run(EXECUTIONS, QueryFuzzTest::check);
    }

    private static void check(String text) {
        switch (QueryParser.parse(text, VALUES)) {
            case Read read -> assertPrintsAsItself(read.query());
            case Wrong wrong -> assertPointsInto(text, wrong.error());
        }
        if (MutationFuzzer.isText(text)) {
            var request = SearchRequest.of(text);
            assertEquals(new SearchUrl.Reading.Parsed(request), SearchUrl.parse(SearchUrl.query(request)));
        }
    }

    private static void assertPrintsAsItself(Query query) {
        var printed = QueryPrinter.print(query);
        switch (QueryParser.parse(printed, VALUES)) {
            case Read again -> assertEquals(printed, QueryPrinter.print(again.query()));
            // with all parentheses printed, a query may exceed the limits on length or depth
            case Wrong wrong ->
                assertTrue(
                        printed.length() > QueryLimits.LENGTH
                                || wrong.error().message().contains(QueryLimits.DEPTH + " deep"),
                        printed + ": " + wrong.error());
        }
    }

    private static void assertPointsInto(String text, QueryError error) {
        assertTrue(error.position() <= text.length(), error.toString());
        assertTrue(error.position() + error.length() <= text.length(), error.toString());
        assertFalse(error.sentence().isBlank());
        assertFalse(error.caret().isBlank());
    }
}
