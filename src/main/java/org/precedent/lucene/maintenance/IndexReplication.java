package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.apache.lucene.index.SegmentInfos;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexLock;
import org.precedent.lucene.store.ReadRateLimit;

/**
 * Brings a replica of an index up to date with the last commit of the original. Index files never change once written, so only those
 * missing from the replica are copied. If the replica has an earlier commit of the same generation, files are added to it and the segments
 * file is written last, as in a commit, so that a server reopens only what is new. Otherwise a new generation is created, and
 * {@code CURRENT} is switched last.
 *
 * <p>Files of the previous state are kept for at least a minute and removed by a later run, so that a server that is opening them can
 * finish.
 */
public final class IndexReplication {
    private static final Duration GRACE_PERIOD = Duration.ofMinutes(1);

    private final Generations replica;
    private int files;
    private long bytes;

    private IndexReplication(Generations replica) {
        this.replica = replica;
    }

    /**
     * Result of a copy.
     *
     * @param folder the generation that the replica now serves
     * @param files number of index files copied
     * @param bytes total size of these files
     */
    public record Copied(Path folder, int files, long bytes) {}

    /**
     * Makes the replica identical to the original.
     *
     * @param readAll whether to first verify the checksum of every file already in the replica; damaged files are copied again
     * @param beforeSwitch runs once everything is copied, before servers see it
     * @param lock proof that the caller holds the replica's write lock
     * @return empty when the original is not an index
     * @throws IndexDamagedException when the original is damaged; the replica then keeps its previous state
     */
    public static Optional<Copied> run(
            Generations original, Generations replica, boolean readAll, Runnable beforeSwitch, IndexLock lock) {
        var commit = OpenCommit.open(original);
        if (commit.isEmpty()) {
            return Optional.empty();
        }
        try (var open = commit.get()) {
            var replication = new IndexReplication(replica);
            return Optional.of(replication.run(open, readAll, beforeSwitch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Copied run(OpenCommit commit, boolean readAll, Runnable beforeSwitch) throws IOException {
        var current = current(readAll);
        if (current.isPresent()) {
            removeOldState(current.get());
        }
        if (current.isPresent() && isEarlierStateOf(commit, current.get())) {
            copyInto(current.get(), commit, beforeSwitch);
            replica.removeLeftovers();
            return new Copied(current.get(), files, bytes);
        }
        var folder = replica.beginOrResume();
        copyInto(folder, commit, beforeSwitch);
        try (var target = new ReplicaFolder(folder)) {
            target.retainOnly(commit.files().keySet());
        }
        return new Copied(replica.finish(folder), files, bytes);
    }

    /** The generation that the replica serves; empty when there is none or it is damaged, so that everything must be copied. */
    private Optional<Path> current(boolean readAll) {
        try {
            return replica.current()
                    .filter(folder -> !readAll
                            || FileChecksums.damage(folder, ReadRateLimit.UNLIMITED)
                                    .isEmpty());
        } catch (IndexDamagedException e) {
            return Optional.empty();
        }
    }

    private static boolean isEarlierStateOf(OpenCommit commit, Path current) throws IOException {
        try (var target = new ReplicaFolder(current)) {
            if (SegmentInfos.getLastCommitGeneration(target.directory()) > commit.number()) {
                return false;
            }
            for (var file : commit.files().entrySet()) {
                if (target.has(file.getKey()) && !target.isIdentical(file.getKey(), file.getValue())) {
                    return false;
                }
            }
            return true;
        }
    }

    private void copyInto(Path folder, OpenCommit commit, Runnable beforeSwitch) throws IOException {
        try (var target = new ReplicaFolder(folder)) {
            for (var name : commit.files().keySet()) {
                if (!name.equals(commit.segmentsFile())) {
                    copy(name, commit, target);
                }
            }
            target.sync();
            beforeSwitch.run();
            copy(commit.segmentsFile(), commit, target);
            target.sync();
        }
    }

    private void copy(String name, OpenCommit commit, ReplicaFolder target) throws IOException {
        var file = commit.files().get(name);
        if (file != null && !target.isIdentical(name, file)) {
            target.copy(name, file, commit.folder());
            files++;
            bytes += file.length();
        }
    }

    private void removeOldState(Path current) throws IOException {
        try (var folder = new ReplicaFolder(current)) {
            folder.removeParts();
            var segments = SegmentInfos.getLastCommitSegmentsFileName(folder.directory());
            if (segments != null && isOlderThanGrace(current.resolve(segments))) {
                folder.retainOnly(new HashSet<>(
                        SegmentInfos.readCommit(folder.directory(), segments).files(true)));
            }
        }
        if (isOlderThanGrace(replica.currentFile())) {
            replica.finished().stream()
                    .filter(folder -> !folder.equals(current))
                    .forEach(replica::discard);
        }
    }

    private static boolean isOlderThanGrace(Path file) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(GRACE_PERIOD));
    }
}
