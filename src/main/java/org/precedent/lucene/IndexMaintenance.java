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
     * Opens an index folder for maintenance.
     *
     * @param folder contains the index's generations
     * @param vocabularies synonyms and facet trees used when the index is rebuilt
     */
    public static IndexMaintenance open(Path folder, Vocabularies vocabularies) {
        return new IndexMaintenance(folder, IndexSchema.of(vocabularies));
    }

    /**
     * Reads every byte of the index, verifies checksums, and cross-checks document blocks and determinations. Safe to run while the index
     * is being searched and written.
     *
     * @return problems and how to fix them, one sentence each; empty when the index is intact or does not exist
     */
    @Override
    public List<String> verify() {
        return new IndexVerification(generations, schema, ReadRateLimit.UNLIMITED).run();
    }

    /**
     * Reads every byte of the index and verifies checksums only, so it also works on an index of another version.
     *
     * @return damaged files and how to fix them, one sentence each; empty when none is damaged or there is no index
     */
    public List<String> damage() {
        return new IndexVerification(generations, schema, ReadRateLimit.UNLIMITED).damage();
    }

    /**
     * Verifies checksums only, like {@link #damage}, at a limited read rate. The full cross-check of {@link #verify} would keep a processor
     * busy for minutes.
     *
     * @param megabytesPerSecond maximum read rate
     */
    @Override
    public List<String> scrub(double megabytesPerSecond) {
        return new IndexVerification(generations, schema, ReadRateLimit.of(megabytesPerSecond)).damage();
    }

    /**
     * Returns the number of determinations in the last commit.
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
     * Rebuilds the index into a new generation from the stored determinations, while the old one keeps serving, and then switches to it.
     * Each determination keeps its first-seen and last-changed times. The old generation is deleted once the new one is verified.
     *
     * @param rewrite re-parses a stored determination; empty for one that must no longer be stored
     * @return number of determinations rebuilt
     * @throws IndexInUseException when another process holds the write lock
     * @throws IndexDamagedException when the index is damaged; it is left unchanged
     */
    @Override
    public long reindex(Function<Determination, Optional<Determination>> rewrite) {
        try (var lock = IndexLock.take(generations.root())) {
            var from = generations.current().orElseGet(() -> WriteSession.createFirst(schema, generations, lock));
            IndexRebuild.requireIntact(FileChecksums.damage(from, ReadRateLimit.UNLIMITED));
            GenerationCleanup.run(generations, from, lock);
            var to = generations.begin();
            long kept;
            try {
                kept = new IndexRebuild(generations, schema).run(from, to, rewrite);
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
     * Copies the last commit into a folder that can then be served instead. The index may be searched and written meanwhile, by any
     * process.
     *
     * @param to a folder that does not exist or is empty
     */
    public void backup(Path to) {
        IndexBackup.copy(generations, new Generations(to));
    }

    /**
     * Result of a replication run.
     *
     * @param files number of index files copied
     * @param bytes total size of these files
     * @param letters number of determinations in the replica
     */
    public record Replicated(int files, long bytes, long letters) {}

    /**
     * Brings a replica up to date with the last commit. Both indexes may be searched meanwhile, and any process may write to this one.
     *
     * @param to root folder of the replica
     * @param readAll whether to verify the checksum of every file already in the replica; damaged files are copied again
     * @param beforeSwitch runs once everything is copied, before servers see it
     * @return empty when there is no index to copy
     * @throws IndexInUseException when another process writes to the replica
     * @throws IndexDamagedException when this index is damaged; the replica then keeps its previous state
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
