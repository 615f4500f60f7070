package org.precedent.cli;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.determination.Determination;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.SavedSearches;
import org.precedent.search.LetterWriter;

/**
 * Snapshot of the corrections taken when a command starts.
 *
 * @param all corrections, including withdrawn ones
 * @param byDetermination the same, by determination id
 */
record StoredCorrections(List<Correction> all, Map<String, List<Correction>> byDetermination) {
    private StoredCorrections(List<Correction> all) {
        this(all, all.stream().collect(Collectors.groupingBy(c -> c.place().determination())));
    }

    /**
     * Loads the corrections from a database; none if its file does not exist yet.
     *
     * @throws org.precedent.saved.DatabaseUnavailableException if it cannot be read; the index must not be written without the corrections
     */
    static StoredCorrections load(DatabaseAddress address) {
        if (address instanceof DatabaseAddress.SqliteFile sqlite && !Files.exists(sqlite.file())) {
            return new StoredCorrections(List.of());
        }
        try (var saved = SavedSearches.openToRead(address, InstantSource.system())) {
            return new StoredCorrections(saved.corrections().all());
        }
    }

    /**
     * Loads the corrections after deleting those of determinations that were taken down.
     *
     * @param isTakenDown whether the determination with an id was taken down
     */
    static StoredCorrections load(DatabaseAddress address, Predicate<String> isTakenDown) {
        var kept = load(address);
        var gone = kept.byDetermination.keySet().stream().filter(isTakenDown).toList();
        if (gone.isEmpty()) {
            return kept;
        }
        try (var saved = SavedSearches.open(address, InstantSource.system())) {
            saved.corrections().forget(gone);
        }
        return load(address);
    }

    /** Applies the corrections to a determination. */
    Determination apply(Determination letter) {
        return CorrectionApplier.apply(letter, byDetermination.getOrDefault(letter.id(), List.of()));
    }

    /** Wraps a writer so that it applies the corrections to every determination. */
    LetterWriter wrap(LetterWriter writer) {
        return new CorrectingWriter(writer, id -> byDetermination.getOrDefault(id, List.of()));
    }

    /**
     * Writer that applies corrections to every determination it writes.
     *
     * @param writer the wrapped writer
     * @param corrections returns the corrections by determination id
     */
    private record CorrectingWriter(LetterWriter writer, Function<String, List<Correction>> corrections)
            implements LetterWriter {
        @Override
        public boolean contains(String sha256) {
            return writer.contains(sha256);
        }

        @Override
        public Put put(Determination determination) {
            return writer.put(CorrectionApplier.apply(determination, corrections.apply(determination.id())));
        }

        @Override
        public boolean remove(String id) {
            return writer.remove(id);
        }

        @Override
        public void commit() {
            writer.commit();
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
