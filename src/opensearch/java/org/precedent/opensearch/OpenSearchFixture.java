package org.precedent.opensearch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.precedent.search.LetterBatch;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;
import org.precedent.search.contract.WritingFixture;
import org.precedent.vocabulary.Vocabularies;

/**
 * Creates engines on the shared one-node cluster, each on its own index.
 */
final class OpenSearchFixture implements WritingFixture {
    @Override
    public OpenSearchEngine holding(List<LetterBatch> batches) {
        var engine = OpenSearchEngine.open(TestCluster.shared().options(), Vocabularies.bundled());
        engine.writer(() -> Instant.EPOCH).close();
        for (var batch : batches) {
            try (var writer = engine.writer(batch::at)) {
                batch.letters().forEach(writer::put);
                writer.commit();
            }
        }
        return engine;
    }

    @Override
    public LetterWriter writer(SearchEngine engine, InstantSource clock) {
        return ((OpenSearchEngine) engine).writer(clock);
    }
}
