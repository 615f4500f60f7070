package org.precedent.opensearch;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.precedent.search.LetterBatch;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngineContract;
import org.precedent.vocabulary.Vocabularies;

class OpenSearchContractTest implements SearchEngineContract {
    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.start(1);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        return TestIndex.holding(cluster, batches, Vocabularies.bundled());
    }
}
