package org.precedent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.precedent.cli.option.IndexOption;
import org.precedent.document.DocumentOptions;
import org.precedent.document.reader.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.LetterReader;
import org.precedent.parse.LetterParser;
import org.precedent.search.SearchEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * Unpacks the fictional sample determinations bundled with the program and ingests them, so that a first-time user has something to search.
 */
final class BundledSamples {
    private static final String FOLDER = "/samples/";

    private BundledSamples() {}

    /**
     * Ingests the sample determinations into an index.
     */
    static void ingest(SearchEngine engine, Vocabularies vocabularies, InstantSource clock) throws IOException {
        var folder = Files.createTempDirectory("precedent-samples");
        try (var writer = IndexOption.writer(engine, clock)) {
            var reader = new LetterReader(
                    new DocumentReader(DocumentOptions.DEFAULT), new LetterParser(vocabularies)::parse);
            Ingest.run(
                    unpack(folder),
                    reader,
                    writer,
                    id -> Optional.empty(),
                    IngestOptions.defaults(),
                    IngestListener.NONE);
        } finally {
            for (var file : unpacked(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    private static List<Path> unpacked(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    /**
     * Writes the sample determinations to a folder.
     *
     * @return the files written
     */
    static List<Path> unpack(Path folder) throws IOException {
        List<String> names;
        try (var index = open("index.txt")) {
            names = new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> !name.isBlank())
                    .toList();
        }
        for (var name : names) {
            try (var letter = open(name)) {
                Files.copy(letter, folder.resolve(name));
            }
        }
        return names.stream().map(folder::resolve).toList();
    }

    private static InputStream open(String name) {
        var in = BundledSamples.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException(FOLDER + name + ": missing from the class path");
        }
        return in;
    }
}
