package org.precedent.lucene.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.precedent.lucene.store.Generations;

/**
 * Copies the last commit file by file. All files are opened first, so that the copy is complete even if a writer deletes some of them
 * before they are copied.
 */
public final class IndexBackup {
    private IndexBackup() {}

    public static void copy(Generations from, Generations to) {
        try {
            requireEmpty(to.root());
            var commit = OpenCommit.open(from);
            if (commit.isPresent()) {
                try (var open = commit.get()) {
                    copy(open, to);
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

    private static void copy(OpenCommit commit, Generations to) throws IOException {
        var folder = to.begin();
        try {
            copy(commit, folder);
        } catch (IOException | RuntimeException e) {
            Generations.remove(folder);
            throw e;
        }
        to.finish(folder);
    }

    private static void copy(OpenCommit commit, Path folder) throws IOException {
        try (var target = FSDirectory.open(folder)) {
            for (var file : commit.files().entrySet()) {
                try (var out = target.createOutput(file.getKey(), IOContext.DEFAULT)) {
                    var in = file.getValue().clone();
                    in.seek(0);
                    out.copyBytes(in, in.length());
                }
            }
            target.sync(commit.files().keySet());
            target.syncMetaData();
        }
    }
}
