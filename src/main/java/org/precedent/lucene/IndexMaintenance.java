package org.precedent.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.engine.EngineMaintenance;
import org.precedent.lucene.maintenance.GenerationCleanup;
import org.precedent.lucene.maintenance.IndexBackup;
import org.precedent.lucene.maintenance.IndexRebuild;
import org.precedent.lucene.maintenance.IndexReplication;
import org.precedent.lucene.maintenance.IndexVerification;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexLock;
import org.precedent.lucene.store.IndexLock.IndexInUseException;
import org.precedent.lucene.store.LetterCount;
import org.precedent.lucene.store.ReadRateLimit;
import org.precedent.lucene.write.WriteSession;
import org.precedent.vocabulary.Vocabularies;

/**
 * Maintenance of an index folder: verification, rebuild without downtime, and backup during writes.
 */
public final class IndexMaintenance implements EngineMaintenance {
    private final Generations generations;
    private final IndexSchema schema;

    private IndexMaintenance(Path folder, IndexSchema schema) {
        this.generations = new Generations(folder);
        this.schema = schema;
    }

    /**
     * The care of a folder's index.
     *
     * @param folder holds the index's generations
     * @param vocabularies of the synonyms and trees the index is to know
     */
    public static IndexMaintenance open(Path folder, Vocabularies vocabularies) {
        return new IndexMaintenance(folder, IndexSchema.of(vocabularies));
    }

    /**
     * Reads every byte of the index and compares checksums, blocks and letters. May run while the index serves and is written.
     *
     * @return what is wrong and what to do about it, one sentence each; empty when all is well or there is no index
     */
    @Override
    public List<String> verify() {
        return new IndexVerification(generations, schema, ReadRateLimit.FULL).run();
    }

    /**
     * Reads every byte of the index and compares checksums alone, so that an index of another version passes too.
     *
     * @return the damaged files and what to do, one sentence each; empty when none is damaged or there is no index
     */
    public List<String> damage() {
        return new IndexVerification(generations, schema, ReadRateLimit.FULL).damage();
    }

    /**
     * Compares checksums alone, as {@link #damage} does, reading files at a bounded speed. Comparing each determination with what the
     * index says about it, as {@link #verify} does, would take a processor for minutes.
     *
     * @param megabytesPerSecond how fast to read at most
     */
    @Override
    public List<String> scrub(double megabytesPerSecond) {
        return new IndexVerification(generations, schema, ReadRateLimit.of(megabytesPerSecond)).damage();
    }

    /**
     * How many determinations the last commit contains.
     *
     * @throws IndexDamagedException when it cannot be determined
     */
    @Override
    public long determinationCount() {
        return generations
                .current()
                .map(folder -> LetterCount.count(folder)
                        .orElseThrow(() -> FileChecksums.explain(
                                folder, new IOException(folder + ": cannot be read; run `precedent verify`"))))
                .orElse(0L);
    }

    /**
     * Rebuilds the index from the determinations it keeps into a new generation, while the old one serves, and then switches.
     * Each keeps the time it was first seen and last changed. The old generation is deleted once the new one is verified.
     *
     * @param again reads a determination again from what is kept; empty for one that must not be stored any longer
     * @return how many determinations were rebuilt
     * @throws IndexInUseException when another process writes
     * @throws IndexDamagedException when the index is damaged; it is left as it is
     */
    @Override
    public long reindex(Function<Determination, Optional<Determination>> again) {
        try (var lock = IndexLock.take(generations.root())) {
            var from = generations.current().orElseGet(() -> WriteSession.createFirst(schema, generations, lock));
            IndexRebuild.requireIntact(FileChecksums.damage(from, ReadRateLimit.FULL));
            GenerationCleanup.run(generations, from, lock);
            var to = generations.begin();
            long kept;
            try {
                kept = new IndexRebuild(generations, schema).run(from, to, again);
            } catch (RuntimeException e) {
                Generations.remove(to);
                throw e;
            }
            generations.finish(to);
            generations.discard(from);
            return kept;
        }
    }

    /**
     * Copies the last commit of the index into a folder, which then can serve in its place. Letters may be read and written
     * meanwhile, by any process.
     *
     * @param to a folder that does not exist or is empty
     */
    public void backup(Path to) {
        IndexBackup.copy(generations, new Generations(to));
    }

    /**
     * What a replica received.
     *
     * @param files index files copied
     * @param bytes their size
     * @param letters determinations that the replica now contains
     */
    public record Replicated(int files, long bytes, long letters) {}

    /**
     * Brings a replica up to date with the last commit. Either may be served meanwhile, and this one written by any process.
     *
     * @param to folder of the replica's generations
     * @param readAll whether to compare every byte that the replica contains with its checksum; damage there is repaired
     * @param beforeSwitch runs once everything is copied, before servers see it
     * @return empty where there is no index to copy
     * @throws IndexInUseException when another process writes to the replica
     * @throws IndexDamagedException when this index is damaged; the replica then serves what it did before
     */
    public Optional<Replicated> replicate(Path to, boolean readAll, Runnable beforeSwitch) {
        try (var lock = IndexLock.take(to)) {
            return IndexReplication.run(generations, new Generations(to), readAll, beforeSwitch, lock)
                    .map(copied -> new Replicated(
                            copied.files(),
                            copied.bytes(),
                            LetterCount.count(copied.folder()).orElse(0)));
        }
    }
}
