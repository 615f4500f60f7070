package org.precedent.search.contract;

import java.time.InstantSource;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;

/**
 * A fixture whose engines can be written to later.
 */
public interface WritingFixture extends EngineFixture {
    /**
     * A writer whose commits the engine shows at once.
     *
     * @param engine made by this fixture
     */
    LetterWriter writer(SearchEngine engine, InstantSource clock);
}
