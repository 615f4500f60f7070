package org.precedent.search.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.LetterBuilder;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

class SearchOutcomeTest {
    @TempDir
    private Path folder;

    private LuceneEngine engine;

    @BeforeEach
    void write() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
        try (var writer = engine.writer()) {
            writer.put(LetterBuilder.letter("a")
                    .summary("A fall from a ladder in the rain.")
                    .issue("Item", "The ladder was high.")
                    .issue("Another item", "Nothing more.")
                    .make());
            writer.commit();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void saysWhatTheSummariesWouldAddAndLeadsThere() {
        var offer = found(SearchRequest.of("ladder")).inSummaries().orElseThrow();
        assertEquals(1, offer.issues());
        assertEquals(2, found(offer.request()).page().total().issues());
        assertEquals(Optional.empty(), found(offer.request()).inSummaries());
        assertEquals(
                2,
                found(SearchRequest.of("ladder rain"))
                        .inSummaries()
                        .orElseThrow()
                        .issues());
    }

    @Test
    void offersNothingWhereTheSummariesAddNothing() {
        for (var text : new String[] {"", "high", "summary:ladder", "decision:upheld", "request:item"}) {
            assertEquals(Optional.empty(), found(SearchRequest.of(text)).inSummaries(), text);
        }
    }

    private SearchOutcome.Found found(SearchRequest request) {
        return switch (new SearchService(engine, Vocabularies.bundled()).search(request)) {
            case SearchOutcome.Found found -> found;
            case SearchOutcome.Invalid wrong -> throw new AssertionError(wrong.toString());
        };
    }
}
