package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.precedent.document.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.IngestReport;
import org.precedent.ingest.LetterReader;
import org.precedent.lucene.LuceneEngine;
import org.precedent.parse.LetterParser;
import org.precedent.search.Answer;
import org.precedent.search.SearchRequest;
import org.precedent.search.Searching;
import org.precedent.vocabulary.Vocabularies;

/**
 * The product as it is wired for its users, in this process.
 */
final class Product implements AutoCloseable {
    private final LuceneEngine engine;
    private final Searching searching;

    private Product(LuceneEngine engine) {
        this.engine = engine;
        this.searching = new Searching(engine, Vocabularies.bundled());
    }

    static Product open(Path index) {
        return new Product(LuceneEngine.open(index, Vocabularies.bundled()));
    }

    /** Text to committed and searchable. */
    IngestReport ingest(Path letters) throws IOException {
        var reader = new LetterReader(new DocumentReader(), new LetterParser(Vocabularies.bundled()));
        try (var writer = engine.writer()) {
            return Ingest.run(List.of(letters), reader, writer, engine::origin, IngestOptions.usual(), progress -> {});
        }
    }

    Answer search(SearchRequest request) {
        return searching.search(request);
    }

    Searching searching() {
        return searching;
    }

    @Override
    public void close() {
        engine.close();
    }
}
