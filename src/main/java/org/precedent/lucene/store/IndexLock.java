package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The write lock of an index: only its holder may write, create, or delete generations. The operating system releases it when the process
 * ends.
 */
public final class IndexLock implements AutoCloseable {
    private static final String NAME = "write.lock";

    private final FSDirectory directory;
    private final Lock lock;

    private IndexLock(FSDirectory directory, Lock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Acquires the write lock of an index, creating the folder if necessary.
     *
     * @throws IndexInUseException when another process holds it
     */
    public static IndexLock take(Path root) {
        try {
            DurableFiles.createDirectories(root);
            var directory = FSDirectory.open(root);
            try {
                return new IndexLock(directory, directory.obtainLock(NAME));
            } catch (LockObtainFailedException e) {
                directory.close();
                throw new IndexInUseException(root + ": in use by another process that writes; wait until it is done");
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Thrown when another process holds the write lock of the index.
     */
    public static final class IndexInUseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IndexInUseException(String message) {
            super(message);
        }
    }
}
