package org.precedent.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.precedent.json.Json;

/**
 * The paths that determinations without a case number were read from, by id. Their ids come from file names, which several folders may
 * share; the path distinguishes a changed file from a different one. Stored as JSON Lines; the last line with an id counts. A lost line can
 * lead to a duplicate determination, never to a lost one.
 */
final class SourcePaths {
    private final Optional<Path> file;
    private final Map<String, String> pending = new LinkedHashMap<>();
    private Optional<Map<String, String>> loaded = Optional.empty();

    /**
     * Opens the file of stored paths, which need not exist; without a file, only the paths of this run are known.
     */
    SourcePaths(Optional<Path> file) {
        this.file = file;
    }

    /**
     * Returns the path that the determination with this id was read from; empty if unknown.
     */
    Optional<String> find(String id) {
        return Optional.ofNullable(pending.get(id)).or(() -> Optional.ofNullable(kept().get(id)));
    }

    /**
     * Records a path; {@link #save} writes it to the file.
     */
    void put(String id, String path) {
        pending.put(id, path);
    }

    /**
     * Returns the absolute form of a source path.
     *
     * @param path {@code folder/archive.zip!/entry}
     */
    static String absolute(String path) {
        int inside = path.indexOf("!/");
        var onDisk = inside < 0 ? path : path.substring(0, inside);
        return Path.of(onDisk).toAbsolutePath().normalize() + (inside < 0 ? "" : path.substring(inside));
    }

    /** Loaded lazily, because most runs never need it. */
    private Map<String, String> kept() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(read());
        }
        return loaded.get();
    }

    private Map<String, String> read() {
        var paths = new HashMap<String, String>();
        if (file.isPresent() && Files.isRegularFile(file.get())) {
            try (var lines = Files.lines(file.get())) {
                lines.forEach(line -> take(line, paths));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return paths;
    }

    private static void take(String line, Map<String, String> paths) {
        try {
            var entry = Json.read(line, Map.class);
            paths.put(String.valueOf(entry.get("id")), String.valueOf(entry.get("path")));
        } catch (Json.NotJson e) {
            // ignore a line cut off when a run was killed
        }
    }

    /**
     * Appends the recorded paths to the file.
     */
    void save() {
        if (pending.isEmpty()) {
            return;
        }
        if (file.isPresent()) {
            var lines = pending.entrySet().stream()
                    .map(e -> Json.write(Map.of("id", e.getKey(), "path", e.getValue())))
                    .toList();
            try {
                Files.createDirectories(file.get().toAbsolutePath().getParent());
                Files.write(file.get(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        kept().putAll(pending);
        pending.clear();
    }
}
