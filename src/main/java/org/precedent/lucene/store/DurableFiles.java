package org.precedent.lucene.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.lucene.util.IOUtils;

/**
 * File operations that are durable, surviving power loss, once they return.
 */
final class DurableFiles {
    private DurableFiles() {}

    /** Creates a folder and its missing parents; each new directory entry is synced to disk. */
    static void createDirectories(Path folder) throws IOException {
        var absolute = folder.toAbsolutePath();
        if (!Files.isDirectory(absolute)) {
            var parent = Objects.requireNonNull(absolute.getParent(), "the root of a file system always exists");
            createDirectories(parent);
            Files.createDirectories(absolute);
            IOUtils.fsync(parent, true);
        }
    }

    /** Creates a file or atomically replaces its content. */
    static void replace(Path file, byte[] content) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        move(draft, file);
    }

    /** Renames a file or folder, replacing any existing file. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(Objects.requireNonNull(to.toAbsolutePath().getParent()), true);
    }
}
