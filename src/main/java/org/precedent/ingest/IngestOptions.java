package org.precedent.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.precedent.document.Limits;

/**
 * Options of an ingest.
 *
 * @param threads that read and parse in addition to the one that writes
 * @param batch determinations written before a commit
 * @param every time after which letters written are committed though the batch is not full
 * @param memory bytes of input held at once
 * @param limits bounds on what is walked
 * @param takedown determinations that must not be stored
 * @param keeping what is kept of the files next to the index
 */
public record IngestOptions(
        int threads, int batch, Duration every, long memory, Limits limits, Takedown takedown, Keeping keeping) {
    /**
     * What is kept of the files next to the index.
     *
     * @param paths file of the paths that determinations without a case number were read from; need not exist
     * @param originals the files themselves
     */
    public record Keeping(Optional<Path> paths, Optional<OriginalStore> originals) {
        /** Nothing. */
        public static final Keeping NOTHING = new Keeping(Optional.empty(), Optional.empty());
    }

    /**
     * Nothing is taken down.
     */
    public IngestOptions(int threads, int batch, Duration every, long memory, Limits limits) {
        this(threads, batch, every, memory, limits, Takedown.NONE, Keeping.NOTHING);
    }

    /**
     * All processors, 10,000 letters or 30 seconds, 64 MB.
     */
    public static IngestOptions defaults() {
        return new IngestOptions(
                Runtime.getRuntime().availableProcessors(), 10_000, Duration.ofSeconds(30), 64L << 20, Limits.DEFAULT);
    }

    /**
     * The same with another number of letters before a commit.
     */
    public IngestOptions withBatch(int letters) {
        return new IngestOptions(threads, letters, every, memory, limits, takedown, keeping);
    }

    /**
     * The same with determinations that must not be stored.
     */
    public IngestOptions withTakedown(Takedown list) {
        return new IngestOptions(threads, batch, every, memory, limits, list, keeping);
    }

    /**
     * The same with other bounds on what is walked.
     */
    public IngestOptions with(Limits other) {
        return new IngestOptions(threads, batch, every, memory, other, takedown, keeping);
    }

    /**
     * The same with something kept of the files.
     */
    public IngestOptions with(Keeping other) {
        return new IngestOptions(threads, batch, every, memory, limits, takedown, other);
    }

    /**
     * Letters that must not be stored, by case number or, for a letter without one, by id.
     *
     * @param ids as kept; case numbers are in upper case
     */
    public record Takedown(Set<String> ids) {
        /** Nothing is taken down. */
        public static final Takedown NONE = new Takedown(Set.of());

        public Takedown {
            ids = Set.copyOf(ids);
        }

        /**
         * Reads a list: one case number per line; what follows {@code #} is a remark.
         */
        public static Takedown read(Path file) throws IOException {
            var ids = new TreeSet<String>();
            for (var line : Files.readAllLines(file)) {
                var id = line.replaceFirst("#.*", "").strip();
                if (!id.isEmpty()) {
                    ids.add(id);
                    ids.add(id.toUpperCase(Locale.ROOT));
                }
            }
            return new Takedown(ids);
        }

        /**
         * Whether a determination is on the list.
         */
        public boolean contains(String id) {
            return ids.contains(id) || ids.contains(id.toUpperCase(Locale.ROOT));
        }
    }
}
