package org.precedent.lucene;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.LetterBatch;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngineContract;

class LuceneEngineContractTest implements SearchEngineContract {
    @TempDir
    private Path folder;

    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        return new LuceneFixture(() -> folder).holding(batches);
    }
}
