package org.precedent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies, compares, and lists whole folders.
 */
public final class TestFolders {
    private TestFolders() {}

    /**
     * Copies a folder recursively.
     *
     * @param to must not exist yet
     */
    public static Path copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All files under a folder, recursively, sorted.
     */
    public static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes a folder recursively.
     */
    public static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The files of a folder, for comparison: relative path to a hash of the content. Lock files are left out because they are empty.
     */
    public static Map<String, Integer> content(Path folder) {
        var content = new TreeMap<String, Integer>();
        for (var file : files(folder)) {
            if (!file.endsWith("write.lock")) {
                content.put(folder.relativize(file).toString(), Arrays.hashCode(bytes(file)));
            }
        }
        return content;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
