package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Determination;
import org.precedent.determination.Span;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.lucene.store.IndexLock.IndexInUseException;
import org.precedent.search.LetterBuilder;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

class LuceneEngineTest {
    @TempDir
    private Path folder;

    private LuceneEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void exposesMemoryUse() {
        put(LetterBuilder.letter("a").issue("MRI", "words").make());
        assertTrue(engine.memory().getOrDefault("facets", 0L) > 0, engine.memory()::toString);
        assertTrue(engine.memory().containsKey("queries"));
    }

    @Test
    void servesAMissingIndexAsEmpty() {
        assertEquals(Total.ZERO, engine.count(Search.of(new Query.Everything())));
        assertEquals(Total.ZERO, engine.overview().total());
        assertEquals(Optional.empty(), engine.findLetter("x", new Query.Everything()));
    }

    @Test
    void refusesASecondWriter() {
        try (var writer = engine.writer()) {
            writer.commit();
            assertThrows(IndexInUseException.class, () -> engine.writer().close());
        }
    }

    @Test
    void limitsTheExpansionsOfAPrefix() {
        var words = IntStream.rangeClosed(0, TermLookup.EXPANSIONS)
                .mapToObj(i -> "zyx" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676))
                .collect(Collectors.joining(" "));
        put(LetterBuilder.letter("many").issue("Words", words).make());
        var wide = Search.of(new Query.Prefix("zyx", new Span(0, 4)));
        var refused = assertThrows(SearchEngine.TooCostly.class, () -> engine.search(wide));
        assertTrue(String.valueOf(refused.getMessage()).contains("zyx*"), refused.toString());
    }

    private void put(Determination... letters) {
        try (var writer = engine.writer()) {
            for (var letter : letters) {
                writer.put(letter);
            }
            writer.commit();
        }
    }
}
