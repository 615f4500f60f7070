package org.precedent.search;

import java.util.List;

class BruteForceEngineTest implements SearchEngineContract {
    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        return SearchEngineContract.truth(batches);
    }

    /** Compared with itself, a few suffice. */
    @Override
    public int searches() {
        return 10;
    }
}
