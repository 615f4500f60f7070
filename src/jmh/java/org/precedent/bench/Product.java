package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.precedent.cli.option.IndexOption;
import org.precedent.determination.Origin;
import org.precedent.document.DocumentOptions;
import org.precedent.document.reader.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.IngestReport;
import org.precedent.ingest.LetterReader;
import org.precedent.parse.LetterParser;
import org.precedent.search.SearchEngine;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * The product in this process, wired as in production.
 */
public final class Product implements AutoCloseable {
    private final SearchEngine engine;
    private final SearchService searching;

    Product(SearchEngine engine) {
        this.engine = engine;
        this.searching = new SearchService(engine, Vocabularies.bundled());
    }

    /** Ingests letters; returns when they are committed and searchable. */
    public IngestReport ingest(Path letters) throws IOException {
        var reader = new LetterReader(
                new DocumentReader(DocumentOptions.DEFAULT), new LetterParser(Vocabularies.bundled())::parse);
        try (var writer = IndexOption.writer(engine, InstantSource.system())) {
            return Ingest.run(
                    List.of(letters), reader, writer, this::kept, IngestOptions.defaults(), IngestListener.NONE);
        }
    }

    private Optional<Origin> kept(String id) {
        return engine.findLetter(id, new Query.Everything())
                .map(l -> l.determination().origin());
    }

    SearchOutcome search(SearchRequest request) {
        return searching.search(request);
    }

    public SearchService searching() {
        return searching;
    }

    @Override
    public void close() {
        engine.close();
    }
}
