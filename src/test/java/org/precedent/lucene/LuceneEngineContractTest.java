package org.precedent.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.LetterBatch;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngineContract;
import org.precedent.vocabulary.Vocabularies;

class LuceneEngineContractTest implements SearchEngineContract {
    @TempDir
    private Path folder;

    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        var engine = LuceneEngine.open(folder(), Vocabularies.bundled());
        for (var batch : batches) {
            try (var writer = engine.writer(batch::at)) {
                batch.letters().forEach(writer::put);
                writer.commit();
            }
        }
        return engine;
    }

    private Path folder() {
        try {
            return Files.createTempDirectory(folder, "index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
