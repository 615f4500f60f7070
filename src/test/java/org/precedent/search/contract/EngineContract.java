package org.precedent.search.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.precedent.determination.Determination;
import org.precedent.search.LetterBatch;
import org.precedent.search.LetterHit;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchPage;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * Base class of tests that run on every engine. Records the determinations put so far; the engine that contains them is created on first
 * use.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineContract {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final EngineFixture engines;
    private final List<LetterBatch> batches = new ArrayList<>();
    private @Nullable SearchEngine engine;

    EngineContract(EngineFixture engines) {
        this.engines = engines;
    }

    /** Puts determinations in a separate commit. */
    final void put(Determination... letters) {
        close();
        batches.add(new LetterBatch(NOON, List.of(letters)));
    }

    /** Starts over with an empty index. */
    final void clear() {
        close();
        batches.clear();
    }

    final SearchEngine engine() {
        var open = engine;
        if (open == null) {
            open = engines.holding(batches);
            engine = open;
        }
        return open;
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    final SearchPage search(String text) {
        return search(SearchRequest.of(text));
    }

    final SearchPage search(SearchRequest request) {
        return search(engine(), request);
    }

    static SearchPage search(SearchEngine engine, SearchRequest request) {
        return switch (new SearchService(engine, Vocabularies.bundled()).search(request)) {
            case SearchOutcome.Found found -> found.page();
            case SearchOutcome.Invalid wrong -> throw new AssertionError(wrong.toString());
        };
    }

    static List<String> ids(SearchPage page) {
        return page.letters().stream().map(LetterHit::id).toList();
    }
}
