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
 * @param all those in force and those withdrawn
 * @param byDetermination the same by the determination's id
 */
record StoredCorrections(List<Correction> all, Map<String, List<Correction>> byDetermination) {
    private StoredCorrections(List<Correction> all) {
        this(all, all.stream().collect(Collectors.groupingBy(c -> c.place().determination())));
    }

    /**
     * Those of a database; none where its file does not exist yet.
     *
     * @throws org.precedent.saved.DatabaseUnavailableException when it cannot be read: nothing may be written without them
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
     * The same; those of determinations that are taken down are deleted first.
     *
     * @param takenDown whether a determination of that id is
     */
    static StoredCorrections load(DatabaseAddress address, Predicate<String> takenDown) {
        var kept = load(address);
        var gone = kept.byDetermination.keySet().stream().filter(takenDown).toList();
        if (gone.isEmpty()) {
            return kept;
        }
        try (var saved = SavedSearches.open(address, InstantSource.system())) {
            saved.corrections().forget(gone);
        }
        return load(address);
    }

    /** A determination with its corrections. */
    Determination apply(Determination letter) {
        return CorrectionApplier.apply(letter, byDetermination.getOrDefault(letter.id(), List.of()));
    }

    /** A writer that applies them. */
    LetterWriter wrap(LetterWriter writer) {
        return new CorrectingWriter(writer, id -> byDetermination.getOrDefault(id, List.of()));
    }

    /**
     * A writer that applies the corrections of every determination it writes.
     *
     * @param writer writes
     * @param corrections of the determination with an id
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
