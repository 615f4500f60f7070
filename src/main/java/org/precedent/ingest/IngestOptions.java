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
 * @param threads number of threads that read and parse, in addition to the one that writes
 * @param batch maximum number of determinations written between two commits
 * @param commitInterval maximum time between two commits, even if the batch is not full
 * @param memory maximum number of input bytes held in memory at once
 * @param limits limits on the input files
 * @param takedown determinations that must not be stored
 * @param keeping what is stored next to the index
 */
public record IngestOptions(
        int threads,
        int batch,
        Duration commitInterval,
        long memory,
        Limits limits,
        Takedown takedown,
        Keeping keeping) {
    /**
     * What an ingest stores next to the index.
     *
     * @param paths file that records the paths of determinations without a case number; need not exist
     * @param originals store of the original files
     */
    public record Keeping(Optional<Path> paths, Optional<OriginalStore> originals) {
        /** Stores nothing next to the index. */
        public static final Keeping NOTHING = new Keeping(Optional.empty(), Optional.empty());
    }

    /**
     * Creates options without takedowns that store nothing next to the index.
     */
    public IngestOptions(int threads, int batch, Duration commitInterval, long memory, Limits limits) {
        this(threads, batch, commitInterval, memory, limits, Takedown.NONE, Keeping.NOTHING);
    }

    /**
     * Default options: all processors, commits every 10,000 determinations or 30 seconds, 64 MB.
     */
    public static IngestOptions defaults() {
        return new IngestOptions(
                Runtime.getRuntime().availableProcessors(), 10_000, Duration.ofSeconds(30), 64L << 20, Limits.DEFAULT);
    }

    /**
     * Returns a copy with another batch size.
     */
    public IngestOptions withBatch(int letters) {
        return new IngestOptions(threads, letters, commitInterval, memory, limits, takedown, keeping);
    }

    /**
     * Returns a copy with a takedown list.
     */
    public IngestOptions withTakedown(Takedown list) {
        return new IngestOptions(threads, batch, commitInterval, memory, limits, list, keeping);
    }

    /**
     * Returns a copy with other limits on the input files.
     */
    public IngestOptions with(Limits other) {
        return new IngestOptions(threads, batch, commitInterval, memory, other, takedown, keeping);
    }

    /**
     * Returns a copy that stores other data next to the index.
     */
    public IngestOptions with(Keeping other) {
        return new IngestOptions(threads, batch, commitInterval, memory, limits, takedown, other);
    }

    /**
     * The takedown list: determinations that must not be stored, by case number or, for those without one, by id.
     *
     * @param ids as in the index; case numbers are in upper case
     */
    public record Takedown(Set<String> ids) {
        /** An empty list. */
        public static final Takedown NONE = new Takedown(Set.of());

        public Takedown {
            ids = Set.copyOf(ids);
        }

        /**
         * Reads a takedown list from a file: one case number per line; {@code #} starts a comment.
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
