package org.precedent.lucene.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.precedent.determination.Determination;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexLock;
import org.precedent.lucene.store.IndexLock.IndexInUseException;
import org.precedent.lucene.store.IndexOutdatedException;
import org.precedent.lucene.store.StoredDetermination;
import org.precedent.lucene.store.StoredLetterCard;
import org.precedent.text.DeterminationAnalyzer;

/**
 * The write side of one generation: write lock, adding and replacing blocks, commit.
 */
public final class WriteSession implements AutoCloseable {
    /** Segments of similar size that are left unmerged. */
    private static final int SEGMENTS_PER_TIER = 4;

    /** Smaller segments, as a commit or a full buffer writes them, count as if they had this size. */
    private static final int SMALL_SEGMENT_MB = 64;

    private static final System.Logger LOG = System.getLogger(WriteSession.class.getName());

    private static final double BUFFER_MB = 120;

    private final IndexSchema schema;
    private final Directory directory;
    private final IndexWriter writer;
    private final Map<String, String> kept = new HashMap<>();

    private WriteSession(IndexSchema schema, Directory directory, IndexWriter writer) {
        this.schema = schema;
        this.directory = directory;
        this.writer = writer;
        var data = writer.getLiveCommitData();
        for (var entry : data == null ? Map.<String, String>of().entrySet() : data) {
            kept.put(entry.getKey(), entry.getValue());
        }
    }

    /**
     * Opens a generation for writing.
     *
     * @throws IndexInUseException when another process is writing to it
     * @throws IndexDamagedException when its files are damaged or missing
     */
    public static WriteSession open(IndexSchema schema, Path folder) {
        try {
            var directory = FSDirectory.open(folder);
            try {
                return new WriteSession(schema, directory, new IndexWriter(directory, config(schema)));
            } catch (LockObtainFailedException e) {
                directory.close();
                throw new IndexInUseException(
                        folder + ": in use by another process that writes; wait until it is done");
            } catch (IOException | RuntimeException e) {
                directory.close();
                if (Generations.hasCommit(folder)) {
                    throw FileChecksums.explain(folder, e);
                }
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Creates the first, empty generation of an index with a commit, so that a generation without one is always damaged.
     *
     * @param lock proof that the caller holds the write lock
     */
    public static Path createFirst(IndexSchema schema, Generations generations, IndexLock lock) {
        generations.removeLeftovers();
        var folder = generations.begin();
        try (var session = open(schema, folder)) {
            session.commit();
        }
        return generations.finish(folder);
    }

    private static IndexWriterConfig config(IndexSchema schema) {
        var config = new IndexWriterConfig(new DeterminationAnalyzer(schema.words()));
        config.setRAMBufferSizeMB(BUFFER_MB);
        config.setUseCompoundFile(false);
        config.setCommitOnClose(false);
        config.setParentField(CommitData.BLOCK_FIELD);
        config.setMergePolicy(fewSegments());
        config.setMergeScheduler(new QuietMerges());
        return config;
    }

    /**
     * Merges segments earlier than Lucene's defaults do. A search looks up each word, reads each column and opens each file once per
     * segment, which is a sixth of its cost with 15 segments instead of 4; a determination is written once and read by every search.
     */
    private static MergePolicy fewSegments() {
        var policy = new TieredMergePolicy();
        policy.setSegmentsPerTier(SEGMENTS_PER_TIER);
        policy.setFloorSegmentMB(SMALL_SEGMENT_MB);
        return policy;
    }

    /** Logs a failed merge, for example on a full disk, in one line instead of Lucene's stack trace: the index is unchanged. */
    private static final class QuietMerges extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable e) {
            LOG.log(System.Logger.Level.WARNING, "merging parts of the index failed error={0}", String.valueOf(e));
        }
    }

    /**
     * Ensures that the folder's last commit, if any, has this schema.
     *
     * @throws IndexOutdatedException when it has another schema
     */
    public void checkSchema() {
        var written = kept.getOrDefault(CommitData.SCHEMA, schema.fingerprint());
        if (writer.getDocStats().maxDoc > 0 && !written.equals(schema.fingerprint())) {
            throw new IndexOutdatedException(directory + ": written by another version; run `precedent reindex`");
        }
    }

    /** Records in every commit which generation this one was rebuilt from. */
    public void setReplaced(Path generation) {
        kept.put(CommitData.REPLACES, Generations.name(generation));
    }

    public IndexWriter writer() {
        return writer;
    }

    /** Adds a determination that is not in the index. Thread-safe. */
    public void add(Determination letter, StoredLetterCard card, StoredDetermination packed) {
        try {
            writer.addDocuments(LetterDocuments.build(schema, letter, card, packed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a determination with its new version. Thread-safe. */
    public void replace(Determination letter, StoredLetterCard card, StoredDetermination packed) {
        try {
            writer.updateDocuments(
                    new Term(IndexField.LETTER.key(), letter.id()),
                    LetterDocuments.build(schema, letter, card, packed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a determination with its issues. */
    public void remove(String id) {
        try {
            writer.deleteDocuments(new Term(IndexField.LETTER.key(), id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits pending changes. Without changes it writes nothing, except the first commit of a new generation. */
    public void commit() {
        try {
            if (!writer.hasUncommittedChanges() && writer.getLiveCommitData() != null) {
                return;
            }
            kept.put(CommitData.SCHEMA, schema.fingerprint());
            kept.put(CommitData.STATE, UUID.randomUUID().toString());
            writer.setLiveCommitData(kept.entrySet());
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.rollback();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
