package org.precedent.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.search.LetterWriter;

/**
 * In-memory implementation of the writer's contract: what is put is kept once it is committed.
 */
final class MemoryLetters implements LetterWriter {
    private final Map<String, Determination> kept = new TreeMap<>();
    private final Map<String, Determination> pending = new LinkedHashMap<>();
    private int commits;

    Map<String, Determination> kept() {
        return kept;
    }

    int commits() {
        return commits;
    }

    Optional<Origin> origin(String id) {
        return Optional.ofNullable(kept.get(id)).map(Determination::origin);
    }

    @Override
    public boolean contains(String sha256) {
        return kept.values().stream().anyMatch(d -> d.origin().sha256().equals(sha256));
    }

    @Override
    public Put put(Determination determination) {
        var former = kept.get(determination.id());
        if (former != null && former.equals(determination)) {
            return Put.UNCHANGED;
        }
        pending.put(determination.id(), determination);
        return former == null ? Put.INDEXED : Put.REPLACED;
    }

    @Override
    public boolean remove(String id) {
        return kept.remove(id) != null;
    }

    @Override
    public void commit() {
        kept.putAll(pending);
        pending.clear();
        commits++;
    }

    @Override
    public void close() {
        pending.clear();
    }
}
