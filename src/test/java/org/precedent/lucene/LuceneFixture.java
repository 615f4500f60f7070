package org.precedent.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.precedent.search.LetterBatch;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;
import org.precedent.search.contract.WritingFixture;
import org.precedent.vocabulary.Vocabularies;

/**
 * Creates embedded engines, each on its own folder.
 *
 * @param folder parent folder of the indexes
 */
record LuceneFixture(Supplier<Path> folder) implements WritingFixture {
    @Override
    public SearchEngine holding(List<LetterBatch> batches) {
        var engine = LuceneEngine.open(fresh(), Vocabularies.bundled());
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
        return ((LuceneEngine) engine).writer(clock);
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder.get(), "index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
