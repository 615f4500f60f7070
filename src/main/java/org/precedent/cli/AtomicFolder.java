package org.precedent.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/**
 * Folders that are there whole or not at all.
 */
final class AtomicFolder {
    private AtomicFolder() {}

    /**
     * Moves a finished folder to its place, durably.
     *
     * @param place does not exist, or is empty
     */
    static void appear(Path finished, Path place) throws IOException {
        Files.deleteIfExists(place);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
        try (var parent = FileChannel.open(place.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    /**
     * Removes a folder with all that is in it, if it is there.
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
