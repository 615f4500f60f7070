package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.precedent.engine.EngineMaintenance;
import org.precedent.ingest.OriginalStore;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.DatabaseUnavailableException;
import org.precedent.saved.SavedSearches;

/**
 * Verifies the index and the saved searches.
 *
 * @param index maintenance of the index
 * @param database database of the saved searches; a file need not exist
 * @param originals folder of the original files; need not exist
 */
record Integrity(EngineMaintenance index, DatabaseAddress database, Path originals) {
    private static final double MEGABYTES_PER_SECOND = 16;

    /**
     * Verifies every byte of the index, the saved searches and the original files.
     *
     * @return each damage with its remedy, as one sentence; empty if there is none
     */
    List<String> verify() {
        return withSaved(index.verify());
    }

    /**
     * Verifies the part of the index that {@link EngineMaintenance#scrub} covers, and all saved searches.
     *
     * @return as {@link #verify}
     */
    List<String> scrub() {
        return withSaved(index.scrub(MEGABYTES_PER_SECOND));
    }

    private List<String> withSaved(List<String> ofIndex) {
        var damage = new ArrayList<>(ofIndex);
        if (!(database instanceof DatabaseAddress.SqliteFile sqlite) || Files.exists(sqlite.file())) {
            try (var saved = SavedSearches.openToRead(database, InstantSource.system())) {
                damage.addAll(saved.damage());
            } catch (DatabaseUnavailableException e) {
                damage.add(String.valueOf(e.getMessage()));
            }
        }
        try {
            damage.addAll(new OriginalStore(originals).damage());
        } catch (IOException e) {
            damage.add(originals + ": cannot be read (" + e.getMessage() + "); check the disk and its permissions");
        }
        return damage;
    }
}
