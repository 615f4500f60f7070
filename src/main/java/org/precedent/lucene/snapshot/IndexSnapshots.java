package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.precedent.lucene.schema.CommitData;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot.ColumnCache;
import org.precedent.lucene.store.Generations;
import org.precedent.lucene.store.IndexDamaged;
import org.precedent.lucene.store.IndexOutdated;

/**
 * The newest view of the index. Notices commits and new generations, whoever writes them; a missing index is an empty one.
 */
public final class IndexSnapshots implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(IndexSnapshots.class.getName());

    /** A commit is seen after at most so long. */
    private static final long STALE_NANOS = 400_000_000L;

    private final IndexSchema schema;
    private final Generations generations;
    private final ColumnCache columns;
    private Opened opened;
    private volatile long checked;

    /** A view and where it was read from; no folder for the empty view. */
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
     * Looks for a newer commit or generation now. What cannot be opened is reported, and the old view goes on serving.
     */
    public synchronized void refresh() {
        checked = System.nanoTime();
        try {
            if (!generations.current().equals(opened.folder)) {
                replace(open());
            } else if (opened.folder.isPresent()) {
                var newer = DirectoryReader.openIfChanged(opened.view.reader());
                if (newer != null) {
                    var view = view(newer);
                    var old = opened;
                    opened = new Opened(view, old.directory, old.folder);
                    old.view.release();
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot read the newest state of the index", e);
        }
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
        var folder = generations.current();
        if (folder.isPresent()) {
            var directory = FSDirectory.open(folder.get());
            try {
                return new Opened(view(DirectoryReader.open(directory)), directory, folder);
            } catch (IndexNotFoundException e) {
                directory.close();
            } catch (CorruptIndexException e) {
                directory.close();
                throw new IndexDamaged(
                        folder.get() + ": a file is damaged; `precedent verify` names it; restore a backup");
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        }
        return nothing();
    }

    private Opened nothing() throws IOException {
        var directory = new ByteBuffersDirectory();
        new IndexWriter(directory, new IndexWriterConfig()).close();
        return new Opened(new IndexSnapshot(DirectoryReader.open(directory), columns), directory, Optional.empty());
    }

    /** A view of what was opened, which is closed where none can be had. */
    private IndexSnapshot view(DirectoryReader reader) throws IOException {
        try {
            var found = reader.getIndexCommit().getUserData().get(CommitData.SCHEMA);
            if (!Objects.equals(found, schema.fingerprint())) {
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
