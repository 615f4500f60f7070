package org.precedent.search.contract;

import java.time.InstantSource;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;

/**
 * A fixture whose engines can be written to after creation.
 */
public interface WritingFixture extends EngineFixture {
    /**
     * Opens a writer whose commits the engine shows immediately.
     *
     * @param engine created by this fixture
     */
    LetterWriter writer(SearchEngine engine, InstantSource clock);
}
