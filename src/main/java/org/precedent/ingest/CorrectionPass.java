package org.precedent.ingest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.determination.Determination;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;

/**
 * Applies corrections to an index: parses each determination that has any again from its stored text and applies those in force, which also
 * undoes withdrawn ones. Determinations that are not in the index are skipped; the ingest that adds them applies their corrections.
 *
 * @param engine the index
 * @param reparser parses the stored text
 */
public record CorrectionPass(SearchEngine engine, Reparser reparser) {
    /**
     * Updates every determination whose corrections have changed; opens no writer if there is none.
     *
     * @param corrections all corrections, including withdrawn ones
     * @param opening opens a writer of the engine, which is committed and closed
     * @return the number of determinations updated
     */
    public int run(Collection<Correction> corrections, Supplier<LetterWriter> opening) {
        if (outdated(corrections).isEmpty()) {
            return 0;
        }
        try (var writer = opening.get()) {
            // checked again: another process may have changed the index before this writer was opened
            return run(corrections, writer);
        }
    }

    /**
     * Updates every determination whose corrections have changed, using an open writer, which is committed and left open.
     */
    public int run(Collection<Correction> corrections, LetterWriter writer) {
        var outdated = outdated(corrections);
        if (!outdated.isEmpty()) {
            outdated.forEach(writer::put);
            writer.commit();
        }
        return outdated.size();
    }

    private List<Determination> outdated(Collection<Correction> corrections) {
        Map<String, List<Correction>> byDetermination = corrections.stream()
                .collect(Collectors.groupingBy(c -> c.place().determination()));
        return byDetermination.entrySet().stream()
                .flatMap(entry -> engine.findLetter(entry.getKey(), new Query.Everything()).stream()
                        .map(stored -> stored.determination())
                        .filter(existing -> !showsAll(existing, entry.getValue()))
                        .map(existing -> corrected(existing, entry.getValue()))
                        .filter(corrected -> !corrected.equals(kept(corrected))))
                .toList();
    }

    private Determination corrected(Determination existing, List<Correction> corrections) {
        var corrected = CorrectionApplier.apply(reparser.reparse(existing), corrections);
        // only if a newer version of the parser rejects the stored text
        if (corrections.stream().anyMatch(c -> !c.isInForce() && CorrectionApplier.isApplied(corrected, c))) {
            System.getLogger(CorrectionPass.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "{0}: a withdrawn correction still shows, because the stored text can no longer be"
                                    + " parsed; ingest its file again",
                            existing.id());
        }
        return corrected;
    }

    private Determination kept(Determination corrected) {
        return engine.findLetter(corrected.id(), new Query.Everything())
                .map(stored -> stored.determination())
                .orElse(corrected);
    }

    // most determinations are already up to date and need not be parsed
    private static boolean showsAll(Determination stored, List<Correction> corrections) {
        return corrections.stream()
                .allMatch(correction -> correction.isInForce() == CorrectionApplier.isApplied(stored, correction));
    }
}
