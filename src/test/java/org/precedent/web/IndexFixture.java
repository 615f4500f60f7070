package org.precedent.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * A real index in a temporary folder, to which determinations are added at chosen times.
 */
public final class IndexFixture implements AutoCloseable {
    private final Path folder;
    private LuceneEngine engine;

    public IndexFixture() {
        try {
            folder = Files.createTempDirectory("shelf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
    }

    public LuceneEngine engine() {
        return engine;
    }

    /** Adds or updates a determination at this time. */
    public void put(Determination letter, Instant now) {
        put(List.of(letter), l -> now);
    }

    /** Puts determinations, each at its own time, in one commit. */
    public void put(List<Determination> letters, Function<Determination, Instant> times) {
        var now = new Instant[] {Instant.EPOCH};
        try (var writer = engine.writer(() -> now[0])) {
            for (var letter : letters) {
                now[0] = times.apply(letter);
                writer.put(letter);
            }
            writer.commit();
        }
    }

    /** Rebuilds the index from its stored determinations, as after an update of the program. */
    public void reindex() {
        IndexMaintenance.open(folder, Vocabularies.bundled()).reindex(Optional::of);
        engine.refresh();
    }

    /** Closes the index and opens it again, as on a server restart. */
    public void reopen() {
        engine.close();
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
    }

    @Override
    public void close() {
        engine.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(IndexFixture::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
