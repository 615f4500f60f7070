package org.precedent.lucene.maintenance;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;

/**
 * The files of a generation's last commit, held open so that they stay readable after a writer deletes them.
 */
final class OpenCommit implements AutoCloseable {
    private static final int ATTEMPTS = 20;

    private final Path folder;
    private final FSDirectory directory;
    private final SegmentInfos infos;
    private final Map<String, IndexInput> files = new LinkedHashMap<>();

    private OpenCommit(Path folder) throws IOException {
        this.folder = folder;
        this.directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        try {
            this.infos = SegmentInfos.readLatestCommit(directory);
            for (var name : infos.files(true)) {
                files.put(name, directory.openInput(name, IOContext.READONCE));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens the last commit of the generation being served. If a writer deletes a file before it is opened, a newer commit exists and
     * is opened instead.
     *
     * @return empty when there is no index
     */
    static Optional<OpenCommit> open(Generations generations) {
        for (int attempt = 1; ; attempt++) {
            var current = generations.current();
            if (current.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new OpenCommit(current.get()));
            } catch (NoSuchFileException | FileNotFoundException | CorruptIndexException e) {
                if (attempt == ATTEMPTS) {
                    throw FileChecksums.explain(current.get(), e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** The files by name; callers must read from a clone. */
    Map<String, IndexInput> files() {
        return files;
    }

    /** The name of the segments file. */
    String segmentsFile() {
        return infos.getSegmentsFileName();
    }

    /** The Lucene commit generation number. */
    long number() {
        return infos.getGeneration();
    }

    @Override
    public void close() {
        IOUtils.closeWhileHandlingException(files.values());
        IOUtils.closeWhileHandlingException(directory);
    }
}
