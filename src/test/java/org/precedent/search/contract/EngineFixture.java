package org.precedent.search.contract;

import java.util.List;
import org.precedent.search.LetterBatch;
import org.precedent.search.SearchEngine;

/**
 * Makes engines of one kind for the tests that every kind must pass.
 */
public interface EngineFixture {
    /**
     * A new engine that has taken these batches, each committed at its time.
     */
    SearchEngine holding(List<LetterBatch> batches);
}
