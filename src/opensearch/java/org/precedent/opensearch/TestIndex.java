package org.precedent.opensearch;

import java.time.Instant;
import java.util.List;
import org.precedent.search.LetterBatch;
import org.precedent.vocabulary.Vocabularies;

/**
 * Indexes of a test cluster.
 */
final class TestIndex {
    private TestIndex() {}

    /** An engine on an index of its own, which has taken these batches, each committed at its time. */
    static OpenSearchEngine holding(TestCluster cluster, List<LetterBatch> batches, Vocabularies vocabularies) {
        var engine = OpenSearchEngine.open(cluster.options(), vocabularies);
        engine.writer(() -> Instant.EPOCH).close();
        for (var batch : batches) {
            try (var writer = engine.writer(batch::at)) {
                batch.letters().forEach(writer::put);
                writer.commit();
            }
        }
        return engine;
    }
}
