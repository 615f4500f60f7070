package org.precedent.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.document.source.Source.Content;
import org.precedent.ingest.FileResult.Status;
import org.precedent.ingest.IngestOptions.Keeping;
import org.precedent.ingest.IngestOptions.Takedown;
import org.precedent.search.LetterWriter;

/**
 * Decides whether a source is written to the index. If two sources of a run have the same case number but different content, the first
 * wins, so that a second run over the same sources changes nothing. Sources without a case number that share a file name are different
 * determinations and are distinguished by their folders.
 */
final class DuplicatePolicy {
    private final LetterWriter writer;
    private final Function<String, Optional<Origin>> existing;
    private final Contents contents = new Contents();
    private final AssignedIds claims = new AssignedIds();
    private final SourcePaths paths;
    private final Optional<OriginalStore> originals;
    /** Digests of the previous files of determinations replaced or removed since the last commit. */
    private final Set<String> obsolete = new HashSet<>();

    DuplicatePolicy(LetterWriter writer, Function<String, Optional<Origin>> existing, Keeping keeping) {
        this.writer = writer;
        this.existing = existing;
        this.paths = new SourcePaths(keeping.paths());
        this.originals = keeping.originals();
    }

    /**
     * Whether a file need not be read because its content is already indexed. May be called by any thread.
     */
    boolean isUnchanged(String sha256) {
        synchronized (writer) {
            return writer.contains(sha256);
        }
    }

    /**
     * Removes determinations on the takedown list from the index.
     *
     * @return whether any were removed
     */
    boolean remove(Takedown takedown) {
        synchronized (writer) {
            boolean removed = false;
            for (var id : takedown.ids()) {
                var previous = existing.apply(id).map(Origin::sha256);
                if (writer.remove(id)) {
                    previous.ifPresent(obsolete::add);
                    removed = true;
                }
            }
            return removed;
        }
    }

    void commit() {
        paths.save();
        synchronized (writer) {
            writer.commit();
            obsolete.stream().filter(sha256 -> !writer.contains(sha256)).forEach(this::removeOriginal);
        }
        obsolete.clear();
    }

    private void removeOriginal(String sha256) {
        originals.ifPresent(store -> store.remove(sha256));
    }

    FileResult skip(String path, String sha256) {
        contents.add(sha256);
        return FileResult.unchanged(path);
    }

    FileResult process(String path, LetterRead.Read read) {
        var digest = read.determination().origin().sha256();
        if (contents.contains(digest)) {
            return FileResult.done(path, Status.UNCHANGED, read.determination().id());
        }
        return read.isNamedByFile() ? keepNamed(path, read) : keep(path, read.determination(), read.original());
    }

    private FileResult keep(String path, Determination letter, Optional<Content> original) {
        var first = claimant(letter.id());
        return first.isPresent()
                ? FileResult.rejected(path, duplicate(letter.id(), first.get()))
                : write(path, letter, original);
    }

    private FileResult write(String path, Determination letter, Optional<Content> original) {
        contents.add(letter.origin().sha256());
        claims.add(letter.id(), path);
        original.ifPresent(file -> keepOriginal(letter.origin().sha256(), file));
        synchronized (writer) {
            var put = writer.put(letter);
            if (put == LetterWriter.Put.REPLACED && originals.isPresent()) {
                existing.apply(letter.id()).map(Origin::sha256).ifPresent(obsolete::add);
            }
            return FileResult.done(path, status(put), letter.id());
        }
    }

    private void keepOriginal(String sha256, Content file) {
        if (originals.isPresent()) {
            try {
                originals.get().put(sha256, file.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Writes a determination without case number under the first id that is free or already belongs to this path. */
    private FileResult keepNamed(String path, LetterRead.Read read) {
        var letter = read.determination();
        var absolute = SourcePaths.absolute(path);
        var id = Stream.of(
                        letter.id(),
                        DeterminationIds.inFolder(letter.id(), absolute),
                        DeterminationIds.atPath(letter.id(), absolute))
                .filter(candidate -> isFree(candidate, absolute))
                .findFirst()
                .orElse(letter.id());
        paths.put(id, absolute);
        return keep(path, letter.withId(id), read.original());
    }

    private boolean isFree(String id, String path) {
        return claims.source(id).isEmpty()
                && (existing.apply(id).isEmpty()
                        || paths.find(id).filter(path::equals).isPresent());
    }

    /**
     * Returns the source of this run to which the id is already assigned.
     */
    private Optional<String> claimant(String id) {
        var path = claims.source(id);
        return path.isPresent() || contents.size() == claims.size() ? path : keptClaimant(id);
    }

    /**
     * Returns the source of the indexed determination with this id if its content occurred unchanged in this run. Such a source was not
     * read, so its id was not recorded.
     */
    private Optional<String> keptClaimant(String id) {
        return existing.apply(id)
                .filter(origin -> contents.contains(origin.sha256()))
                .map(Origin::source);
    }

    private static LetterRead.Refused duplicate(String id, String first) {
        return new LetterRead.Refused(
                "duplicate",
                "is another determination with the ID " + id + " of " + first
                        + ": expected one determination per ID; remove the copy that is not wanted");
    }

    private static Status status(LetterWriter.Put put) {
        return switch (put) {
            case INDEXED -> Status.INDEXED;
            case REPLACED -> Status.REPLACED;
            case UNCHANGED -> Status.UNCHANGED;
        };
    }

    /**
     * Set of the content digests seen in a run. Stores half of each digest, which is enough to distinguish them and takes 16 bytes plus the
     * free slots of the hash table.
     */
    static final class Contents {
        private static final int FIRST_SLOTS = 1024;
        private static final int HALF = 16;
        private static final int HEX = 16;

        /** Two values per slot; both are 0 in a free slot. */
        private long[] slots = new long[2 * FIRST_SLOTS];

        private int size;

        int size() {
            return size;
        }

        boolean contains(String sha256) {
            int slot = slot(high(sha256), low(sha256));
            return slots[slot] != 0 || slots[slot + 1] != 0;
        }

        void add(String sha256) {
            if (size * 4 >= slots.length) {
                grow();
            }
            if (put(high(sha256), low(sha256))) {
                size++;
            }
        }

        private boolean put(long high, long low) {
            int slot = slot(high, low);
            boolean isNew = slots[slot] == 0 && slots[slot + 1] == 0;
            slots[slot] = high;
            slots[slot + 1] = low;
            return isNew;
        }

        private void grow() {
            var previous = slots;
            slots = new long[previous.length * 2];
            for (int i = 0; i < previous.length; i += 2) {
                if (previous[i] != 0 || previous[i + 1] != 0) {
                    put(previous[i], previous[i + 1]);
                }
            }
        }

        /** Digests are uniformly distributed, so no further hashing is needed. */
        private int slot(long high, long low) {
            int mask = slots.length / 2 - 1;
            int slot = (int) (high ^ low) & mask;
            while ((slots[2 * slot] != 0 || slots[2 * slot + 1] != 0)
                    && (slots[2 * slot] != high || slots[2 * slot + 1] != low)) {
                slot = (slot + 1) & mask;
            }
            return 2 * slot;
        }

        private static long high(String sha256) {
            return Long.parseUnsignedLong(sha256, 0, HALF, HEX);
        }

        private static long low(String sha256) {
            return Long.parseUnsignedLong(sha256, HALF, 2 * HALF, HEX);
        }
    }
}
