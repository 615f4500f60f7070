package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot.ColumnCache;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexOutdatedException;

/**
 * Holds the current snapshot of the index and detects commits and new generations written by any process. A missing index is served as
 * empty. An index that becomes unreadable is served as last read, and {@link #problem} reports it.
 */
public final class IndexSnapshots implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexSnapshots.class.getName());

    /** Attempts to open a generation, since a rebuild may delete it meanwhile. */
    private static final int ATTEMPTS = 3;

    /** Maximum age of a snapshot before the index is checked for a newer commit. */
    private static final long MAX_AGE_NANOS = 400_000_000L;

    private final IndexSchema schema;
    private final Generations generations;
    private final ColumnCache columns;
    private OpenIndex opened;
    private volatile long checked;
    private volatile Optional<String> problem = Optional.empty();

    /** An open generation and its real path; no path for the empty index. */
    private record OpenIndex(Commits commits, Directory directory, Optional<Path> folder) {
        void close() throws IOException {
            commits.close();
            directory.close();
        }
    }

    /** The newest commit of one generation, managed like Lucene's {@code SearcherManager}, with the columns of its segments. */
    private final class Commits extends ReferenceManager<IndexSnapshot> {
        Commits(IndexSnapshot first) {
            this.current = first;
        }

        @Override
        protected @Nullable IndexSnapshot refreshIfNeeded(IndexSnapshot snapshot) throws IOException {
            var newer = DirectoryReader.openIfChanged(snapshot.reader());
            return newer == null ? null : snapshot(newer);
        }

        @Override
        protected boolean tryIncRef(IndexSnapshot snapshot) {
            return snapshot.reader().tryIncRef();
        }

        @Override
        protected void decRef(IndexSnapshot snapshot) throws IOException {
            snapshot.reader().decRef();
        }

        @Override
        protected int getRefCount(IndexSnapshot snapshot) {
            return snapshot.reader().getRefCount();
        }
    }

    public IndexSnapshots(Path root, IndexSchema schema) {
        this.schema = schema;
        this.generations = new Generations(root);
        this.columns = new ColumnCache(schema.paths());
        try {
            this.opened = open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.checked = System.nanoTime();
    }

    /**
     * Returns the newest snapshot, open until the caller closes it.
     *
     * @throws org.apache.lucene.store.AlreadyClosedException when the index is closed
     */
    public IndexSnapshot acquire() {
        if (System.nanoTime() - checked > MAX_AGE_NANOS) {
            refresh();
        }
        synchronized (this) {
            try {
                return opened.commits.acquire();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Checks for a newer commit or generation now. If it cannot be opened, the current snapshot stays in use.
     */
    public synchronized void refresh() {
        checked = System.nanoTime();
        try {
            var current = generations.current();
            if (current.isEmpty() && opened.folder.isPresent()) {
                throw new IndexDamagedException(
                        generations.root() + ": the index that was served is gone; restore a backup");
            }
            if (!toRealPath(current).equals(opened.folder)) {
                replace(open());
            } else if (current.isPresent()) {
                opened.commits.maybeRefreshBlocking();
            }
            problem = Optional.empty();
        } catch (IOException | RuntimeException e) {
            report(e);
        }
    }

    // log each problem once, not on every search
    private void report(Exception e) {
        var found = Optional.of(
                e instanceof IndexDamagedException || e instanceof IndexOutdatedException
                        ? String.valueOf(e.getMessage())
                        : e.toString());
        if (!found.equals(problem)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "cannot read the latest state of the index, serving the previous one: {0}",
                    found.get());
        }
        problem = found;
    }

    /**
     * Why the newest state of the index cannot be read; empty when it can.
     */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * The number of entries in memory by kind.
     */
    public synchronized Map<String, Long> caches() {
        try (var snapshot = acquire()) {
            return Map.of("segments", columns.size(), "answers", snapshot.cachedValues());
        }
    }

    private void replace(OpenIndex newer) throws IOException {
        var old = opened;
        opened = newer;
        old.close();
    }

    private OpenIndex open() throws IOException {
        for (int attempt = 1; ; attempt++) {
            var folder = generations.current();
            if (folder.isEmpty()) {
                return openEmpty();
            }
            try {
                return open(folder.get());
            } catch (IndexOutdatedException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw FileChecksums.explain(folder.get(), e);
                }
            }
        }
    }

    private OpenIndex open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            var commits = new Commits(snapshot(DirectoryReader.open(directory)));
            return new OpenIndex(commits, directory, Optional.of(directory.getDirectory()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    // a symbolic link may change to another folder with the same name
    private static Optional<Path> toRealPath(Optional<Path> folder) throws IOException {
        return folder.isPresent() ? Optional.of(folder.get().toRealPath()) : folder;
    }

    private OpenIndex openEmpty() throws IOException {
        var directory = new ByteBuffersDirectory();
        new IndexWriter(directory, new IndexWriterConfig()).close();
        var snapshot = new IndexSnapshot(DirectoryReader.open(directory), columns);
        return new OpenIndex(new Commits(snapshot), directory, Optional.empty());
    }

    /** Creates a snapshot; closes the reader if that fails. */
    private IndexSnapshot snapshot(DirectoryReader reader) throws IOException {
        try {
            var found = reader.getIndexCommit().getUserData().get(CommitData.SCHEMA);
            if (reader.maxDoc() > 0 && !Objects.equals(found, schema.fingerprint())) {
                throw new IndexOutdatedException(
                        generations.root() + ": written by another version; run `precedent reindex`");
            }
            return new IndexSnapshot(reader, columns);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        try {
            opened.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
