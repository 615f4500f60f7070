package org.precedent.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Content-addressed store of the original files, each named by the SHA-256 digest of its content: {@code ab/ab12…}. Files are written
 * atomically and never change.
 */
public final class OriginalStore {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    private final Path folder;

    /**
     * Opens the store in a folder, which need not exist.
     */
    public OriginalStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Finds the file with this content.
     *
     * @param sha256 lower-case hexadecimal digest
     * @return empty if it is not stored
     */
    public Optional<Path> find(String sha256) {
        return DIGEST.matcher(sha256).matches()
                ? Optional.of(place(sha256)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /**
     * Stores a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void put(String sha256, byte[] content) {
        var place = place(sha256);
        if (Files.exists(place)) {
            return;
        }
        try {
            Files.createDirectories(place.getParent());
            var part = Files.write(place.resolveSibling(sha256 + ".part"), content);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes a file if it exists.
     *
     * @throws UncheckedIOException if it cannot be removed
     */
    public void remove(String sha256) {
        try {
            if (find(sha256).isPresent()) {
                Files.delete(place(sha256));
            }
        } catch (NoSuchFileException e) {
            // already removed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes all files.
     */
    public void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Copies all files to a folder. May be called while the store is in use.
     */
    public void copyTo(Path other) throws IOException {
        for (var file : files()) {
            var copy = other.resolve(folder.relativize(file));
            Files.createDirectories(copy.getParent());
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException e) {
                // removed by a takedown in the meantime
                Files.deleteIfExists(copy);
            }
        }
    }

    /**
     * Copies to another store the files that it lacks. Each copy is verified against its digest and synced to disk before it becomes
     * visible.
     *
     * @return the number of files copied
     * @throws IOException if a file cannot be copied or its content does not match its digest
     */
    public int copyMissingTo(OriginalStore other) throws IOException {
        int copied = 0;
        for (var file : files()) {
            var sha256 = file.getFileName().toString();
            if (other.find(sha256).isEmpty()) {
                copied += copy(file, sha256, other.place(sha256)) ? 1 : 0;
            }
        }
        return copied;
    }

    private static boolean copy(Path file, String sha256, Path place) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            // removed by a takedown in the meantime
            return false;
        }
        if (!LetterReader.sha256(content).equals(sha256)) {
            throw new IOException(damaged(file));
        }
        Files.createDirectories(place.getParent());
        var part = place.resolveSibling(sha256 + ".part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** Removes the files that another store does not contain, for example after a takedown there. */
    public void removeAbsentFrom(OriginalStore other) throws IOException {
        files().stream()
                .map(file -> file.getFileName().toString())
                .filter(sha256 -> other.find(sha256).isEmpty())
                .forEach(this::remove);
    }

    /**
     * Returns one message for each file whose content does not match its digest.
     */
    public List<String> damage() throws IOException {
        var damage = new ArrayList<String>();
        for (var file : files()) {
            if (isDamaged(file)) {
                damage.add(damaged(file));
            }
        }
        return damage;
    }

    private static boolean isDamaged(Path file) throws IOException {
        try {
            return !LetterReader.sha256(Files.readAllBytes(file))
                    .equals(file.getFileName().toString());
        } catch (NoSuchFileException e) {
            // removed by a takedown in the meantime
            return false;
        }
    }

    private static String damaged(Path file) {
        return file
                + ": damaged, its content has changed since it was stored; delete it, remove the determination, and"
                + " ingest its file again";
    }

    /** Lists the stored files in order, by name only, so that files may be added and removed meanwhile. */
    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        for (var shard : entries(folder, SHARD)) {
            files.addAll(entries(shard, DIGEST));
        }
        Collections.sort(files);
        return files;
    }

    private static List<Path> entries(Path folder, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(
                folder, entry -> name.matcher(entry.getFileName().toString()).matches())) {
            entries.forEach(found::add);
            return found;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
