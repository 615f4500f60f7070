package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;

class WarmUpTest {
    @Test
    void noSearchRunsAnyMoreWhenAFailedStartClosesTheEngine(@TempDir Path folder) {
        try (var engine = LuceneEngine.open(folder, Vocabularies.bundled())) {
            WarmUp.start(new SearchService(engine, Vocabularies.bundled()), Vocabularies.bundled())
                    .close();
            assertFalse(Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .anyMatch("warm-up"::equals));
        }
    }
}
