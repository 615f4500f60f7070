package org.precedent.search;

import java.util.List;

class BruteForceEngineTest implements SearchEngineContract {
    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        return SearchEngineContract.truth(batches);
    }

    /** Only a few searches, because the engine is compared with itself. */
    @Override
    public int searches() {
        return 10;
    }
}
