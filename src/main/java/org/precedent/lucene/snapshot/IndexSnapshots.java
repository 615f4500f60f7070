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
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot.ColumnCache;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamaged;
import org.precedent.lucene.store.IndexOutdated;

/**
 * Holds the current snapshot of the index. Notices commits and new generations of any process. An index that never held
 * anything is empty; one that becomes unreadable goes on being served as last read, and {@link #problem} says so.
 */
public final class IndexSnapshots implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexSnapshots.class.getName());

    /** A rebuild may delete the generation that is being opened. */
    private static final int ATTEMPTS = 3;

    /** A commit is noticed after at most this long. */
    private static final long STALE_NANOS = 400_000_000L;

    private final IndexSchema schema;
    private final Generations generations;
    private final ColumnCache columns;
    private Opened opened;
    private volatile long checked;
    private volatile Optional<String> problem = Optional.empty();

    /** A view and the real path it was read from; no folder for the empty view. */
    private record Opened(IndexSnapshot view, Directory directory, Optional<Path> folder) {}

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
     * The newest view, kept open for the caller until released.
     */
    public IndexSnapshot acquire() {
        if (System.nanoTime() - checked > STALE_NANOS) {
            refresh();
        }
        synchronized (this) {
            if (!opened.view.acquire()) {
                throw new IllegalStateException("the index is closed");
            }
            return opened.view;
        }
    }

    /**
     * Looks for a newer commit or generation now. If it cannot be opened, the view that is open goes on serving.
     */
    public synchronized void refresh() {
        checked = System.nanoTime();
        try {
            var current = generations.current();
            if (current.isEmpty() && opened.folder.isPresent()) {
                throw new IndexDamaged(generations.root() + ": the index that was served is gone; restore a backup");
            }
            if (!real(current).equals(opened.folder)) {
                replace(open());
            } else if (current.isPresent()) {
                renew();
            }
            problem = Optional.empty();
        } catch (IOException | RuntimeException e) {
            report(e);
        }
    }

    private void renew() throws IOException {
        var newer = DirectoryReader.openIfChanged(opened.view.reader());
        if (newer != null) {
            var view = view(newer);
            var old = opened;
            opened = new Opened(view, old.directory, old.folder);
            old.view.release();
        }
    }

    // once per problem, not with every search
    private void report(Exception e) {
        var found = Optional.of(
                e instanceof IndexDamaged || e instanceof IndexOutdated
                        ? String.valueOf(e.getMessage())
                        : e.toString());
        if (!found.equals(problem)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "cannot read the newest state of the index, serving the last one read: {0}",
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
     * How much is kept in memory, by kind.
     */
    public synchronized Map<String, Long> caches() {
        return Map.of("segments", columns.size(), "answers", opened.view.rememberedAnswers());
    }

    private void replace(Opened newer) throws IOException {
        var old = opened;
        opened = newer;
        old.view.release();
        old.directory.close();
    }

    private Opened open() throws IOException {
        for (int attempt = 1; ; attempt++) {
            var folder = generations.current();
            if (folder.isEmpty()) {
                return nothing();
            }
            try {
                return open(folder.get());
            } catch (IndexOutdated e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    throw FileChecksums.explain(folder.get(), e);
                }
            }
        }
    }

    private Opened open(Path folder) throws IOException {
        var directory = FSDirectory.open(folder);
        try {
            return new Opened(view(DirectoryReader.open(directory)), directory, Optional.of(directory.getDirectory()));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    // a link may be moved to another folder of the same name
    private static Optional<Path> real(Optional<Path> folder) throws IOException {
        return folder.isPresent() ? Optional.of(folder.get().toRealPath()) : folder;
    }

    private Opened nothing() throws IOException {
        var directory = new ByteBuffersDirectory();
        new IndexWriter(directory, new IndexWriterConfig()).close();
        return new Opened(new IndexSnapshot(DirectoryReader.open(directory), columns), directory, Optional.empty());
    }

    /** A view of the reader, which is closed if there can be none. */
    private IndexSnapshot view(DirectoryReader reader) throws IOException {
        try {
            var found = reader.getIndexCommit().getUserData().get(CommitData.SCHEMA);
            if (reader.maxDoc() > 0 && !Objects.equals(found, schema.fingerprint())) {
                throw new IndexOutdated(generations.root() + ": written by another version; run `precedent reindex`");
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
            opened.view.release();
            opened.directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
