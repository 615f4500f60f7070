package org.precedent.search.contract;

import java.util.List;
import org.precedent.search.LetterBatch;
import org.precedent.search.SearchEngine;

/**
 * Creates engines of one kind for the tests that all kinds must pass.
 */
public interface EngineFixture {
    /**
     * Creates an engine that has ingested these batches, each committed at its own time.
     */
    SearchEngine holding(List<LetterBatch> batches);
}
