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
 * Whole folders: copied, compared, listed.
 */
public final class TestFolders {
    private TestFolders() {}

    /**
     * Copies a folder with all that is in it.
     *
     * @param to does not exist yet
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
     * All files of a folder and below, sorted.
     */
    public static List<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes a folder with all that is in it.
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
     * What is in a folder, to be compared: path within it to a digest of the content. Locks, which hold nothing, are left out.
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
