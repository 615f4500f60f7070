package org.precedent.ingest;

import java.util.List;
import java.util.function.Function;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionApplier;
import org.precedent.determination.Determination;
import org.precedent.search.LetterWriter;

/**
 * A writer that applies the corrections of every determination it writes.
 *
 * @param writer writes
 * @param corrections of the determination with an id
 */
public record CorrectingWriter(LetterWriter writer, Function<String, List<Correction>> corrections)
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
