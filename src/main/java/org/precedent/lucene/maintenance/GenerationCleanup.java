package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexLock;
import org.precedent.lucene.store.LetterCount;
import org.precedent.lucene.store.ReadRateLimit;

/**
 * Deletes obsolete index folders: leftovers of interrupted rebuilds and deletions, and generations replaced by the one being served. A
 * generation is deleted only when every file of the served one has been verified against its checksum, and the served one either was built
 * from it or has at least as many determinations.
 */
public final class GenerationCleanup {
    private static final System.Logger LOG = System.getLogger(GenerationCleanup.class.getName());

    private GenerationCleanup() {}

    /**
     * Deletes whatever is safe to delete; what is kept is logged with the reason.
     *
     * @param current the folder being served
     * @param lock proof that the caller holds the write lock
     */
    public static void run(Generations generations, Path current, IndexLock lock) {
        generations.removeLeftovers();
        var others = generations.finished().stream()
                .filter(folder -> !folder.equals(current))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        var damage = FileChecksums.damage(current, ReadRateLimit.UNLIMITED);
        for (var other : others) {
            if (damage.isEmpty() && (isBuiltFrom(current, other) || hasAtLeastAsMany(current, other))) {
                generations.discard(other);
            } else {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0}: not deleted, for {1} is damaged or holds fewer determinations",
                        other,
                        current);
            }
        }
    }

    private static boolean isBuiltFrom(Path current, Path other) {
        try (var directory = FSDirectory.open(current, NoLockFactory.INSTANCE)) {
            var data = SegmentInfos.readLatestCommit(directory).getUserData();
            return Generations.name(other).equals(data.get(CommitData.REPLACES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // a folder without a commit is an unfinished rebuild of an earlier version
    private static boolean hasAtLeastAsMany(Path current, Path other) {
        var there = Generations.hasCommit(other) ? LetterCount.count(other) : OptionalLong.of(0);
        var here = LetterCount.count(current);
        return there.isPresent() && here.isPresent() && here.getAsLong() >= there.getAsLong();
    }
}
