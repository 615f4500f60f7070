package org.precedent.opensearch;

import java.util.List;
import org.precedent.search.LetterBatch;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngineContract;

class OpenSearchContractTest implements SearchEngineContract {
    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        return new OpenSearchFixture().holding(batches);
    }
}
