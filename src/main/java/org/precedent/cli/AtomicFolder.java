package org.precedent.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Creates, publishes and removes folders so that each completed step survives power loss.
 */
final class AtomicFolder {
    private AtomicFolder() {}

    /**
     * Moves a finished folder to its final path. Its contents are forced to disk first, so that after a power loss the folder is either
     * complete or absent.
     *
     * @param place must not exist or must be an empty folder
     */
    static void publish(Path finished, Path place) throws IOException {
        try (var content = Files.walk(finished)) {
            for (var file : content.toList()) {
                force(file);
            }
        }
        Files.deleteIfExists(place);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        var parent = place.toAbsolutePath().getParent();
        if (parent != null) {
            force(parent);
        }
    }

    private static void force(Path file) throws IOException {
        var how = Files.isDirectory(file) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (var channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }

    /**
     * Creates a folder and its missing parents, forcing each new directory entry to disk.
     */
    static void create(Path folder) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) && parent != null) {
            create(parent);
            Files.createDirectories(folder);
            force(parent);
        }
    }

    /**
     * Deletes a folder and its contents, if it exists.
     */
    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
