package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.precedent.ingest.OriginalStore;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;

/**
 * Copies index, saved searches and the lists beside them while all are in use. The copy is written to {@code FOLDER.unfinished}, checked,
 * forced to disk and then renamed.
 *
 * @param lucene folder of the index generations
 * @param database where the saved searches are; a file need not exist, and PostgreSQL is left to its own tools
 * @param originals folder of the files as posted; need not exist
 * @param lists further files beside the index, such as the takedown list; need not exist
 */
record Backup(Path lucene, DatabaseAddress database, Path originals, List<Path> lists) {
    /**
     * What a copy holds.
     *
     * @param letters determinations
     * @param saved saved searches
     */
    record Copied(long letters, long saved) {}

    /**
     * Makes the copy.
     *
     * @param folder does not exist, or is empty
     * @throws IOException when it cannot be made, or what was copied is damaged; nothing is left of it then
     */
    Copied to(Path folder) throws IOException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        AtomicFolder.remove(unfinished);
        try {
            var copied = copy(Files.createDirectories(unfinished));
            AtomicFolder.appear(unfinished, folder);
            return copied;
        } catch (IOException | RuntimeException e) {
            removeAfter(e, unfinished);
            throw e;
        }
    }

    private Copied copy(Path to) throws IOException {
        var vocabularies = Vocabularies.bundled();
        IndexMaintenance.of(lucene, vocabularies).backup(to.resolve("lucene"));
        var index = IndexMaintenance.of(to.resolve("lucene"), vocabularies);
        requireSound(index.damage());
        new OriginalStore(originals).copyTo(to.resolve("originals"));
        requireSound(new OriginalStore(to.resolve("originals")).damage());
        for (var list : lists) {
            if (Files.exists(list)) {
                Files.copy(list, to.resolve(list.getFileName()));
            }
        }
        return new Copied(
                index.letters(),
                database instanceof DatabaseAddress.SqliteFile sqlite && Files.exists(sqlite.file())
                        ? copyDatabase(sqlite, to.resolve("precedent.db"))
                        : 0);
    }

    private long copyDatabase(DatabaseAddress from, Path to) throws IOException {
        try (var saved = SavedSearches.openToRead(from, InstantSource.system())) {
            saved.backup(to);
        }
        try (var saved = SavedSearches.open(to, InstantSource.system())) {
            requireSound(saved.damage());
            return saved.count();
        }
    }

    private static void requireSound(List<String> damage) throws IOException {
        if (!damage.isEmpty()) {
            throw new IOException(
                    "the original is damaged, and no copy was made; run `precedent verify`. " + damage.getFirst());
        }
    }

    private static void removeAfter(Exception failure, Path unfinished) {
        try {
            AtomicFolder.remove(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
