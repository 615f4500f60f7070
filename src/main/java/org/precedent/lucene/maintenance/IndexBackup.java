package org.precedent.lucene.maintenance;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.precedent.lucene.store.FileChecksums;
import org.precedent.lucene.store.Generations;

/**
 * Copies the last commit file by file. Files never change once written; if a writer deletes one before it is copied, a newer commit exists
 * and the copy starts over with that one.
 */
public final class IndexBackup {
    private static final int ATTEMPTS = 20;

    private IndexBackup() {}

    public static void copy(Generations from, Generations to) {
        try {
            requireEmpty(to.root());
            for (int attempt = 1; ; attempt++) {
                var current = from.current();
                if (current.isEmpty()) {
                    return;
                }
                try {
                    copy(current.get(), to);
                    return;
                } catch (NoSuchFileException | FileNotFoundException | CorruptIndexException e) {
                    if (attempt == ATTEMPTS) {
                        throw FileChecksums.explain(current.get(), e);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new IllegalArgumentException(folder + ": expected an empty folder for the copy of the index");
                }
            }
        }
    }

    private static void copy(Path current, Generations to) throws IOException {
        try (var source = FSDirectory.open(current)) {
            var names = SegmentInfos.readLatestCommit(source).files(true);
            var folder = to.begin();
            try {
                copy(source, names, folder);
            } catch (IOException | RuntimeException e) {
                Generations.remove(folder);
                throw e;
            }
            to.finish(folder);
        }
    }

    private static void copy(FSDirectory source, Collection<String> names, Path folder) throws IOException {
        try (var target = FSDirectory.open(folder)) {
            for (var name : names) {
                target.copyFrom(source, name, name, IOContext.DEFAULT);
            }
            target.sync(names);
            target.syncMetaData();
        }
    }
}
