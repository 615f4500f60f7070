package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.facet.Facet;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;

class WarmUpTest {
    @Test
    void noSearchRunsAnyMoreWhenAFailedStartClosesTheEngine(@TempDir Path folder) {
        try (var engine = LuceneEngine.open(folder, Vocabularies.bundled())) {
            WarmUp.start(new SearchService(engine, Vocabularies.bundled()), Vocabularies.bundled(), page -> {})
                    .close();
            assertFalse(Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .anyMatch("warm-up"::equals));
        }
    }

    @Test
    void variousSearchPagesAreRenderedDuringTheFirstRequests(@TempDir Path folder)
            throws IOException, InterruptedException {
        var vocabularies = Vocabularies.bundled();
        var pages = new LinkedBlockingQueue<SearchOutcome.Found>();
        try (var engine = LuceneEngine.open(folder, vocabularies)) {
            BundledSamples.ingest(engine, vocabularies, InstantSource.system());
            try (var warmUp = WarmUp.start(new SearchService(engine, vocabularies), vocabularies, pages::add)) {
                warmUp.await();
                warmUp.startBackground();
                var filtered = new HashSet<Boolean>();
                while (filtered.size() < 2) {
                    var page = pages.poll(30, TimeUnit.SECONDS);
                    assertNotNull(page, "no page after thirty seconds");
                    filtered.add(
                            page.canonical().selection().chosenIn(Facet.REGION).isEmpty());
                }
            }
        }
    }
}
