package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The generations of an index: one folder each, and a file {@code CURRENT} that names the one that serves. Rebuilding writes a
 * new folder and then moves the name.
 */
public final class Generations {
    private static final String CURRENT = "CURRENT";
    private static final Pattern NAME = Pattern.compile("gen-(\\d{4,9})");

    private final Path root;

    public Generations(Path root) {
        this.root = root;
    }

    public Path root() {
        return root;
    }

    /**
     * The folder that serves; empty when nothing was ever written.
     *
     * @throws IndexDamaged when there are letters, but no telling which folder serves
     */
    public Optional<Path> current() {
        var file = root.resolve(CURRENT);
        try {
            var line = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (!line.endsWith("\n")
                    || !NAME.matcher(line.substring(0, line.length() - 1)).matches()) {
                throw new IndexDamaged(file + ": expected the name of a folder beside it, found \"" + line.strip()
                        + "\"; " + remedy());
            }
            return Optional.of(root.resolve(line.strip()));
        } catch (NoSuchFileException e) {
            if (folders().stream().anyMatch(Generations::hasCommit)) {
                throw new IndexDamaged(file + ": is missing; " + remedy());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String remedy() {
        var names = folders().stream()
                .filter(Generations::hasCommit)
                .map(f -> f.getFileName().toString())
                .sorted()
                .toList();
        return names.size() == 1
                ? "write the line " + names.getFirst() + " into it"
                : "restore a backup, or remove " + root + " and ingest the letters again";
    }

    private static boolean hasCommit(Path folder) {
        try (var commits = Files.newDirectoryStream(folder, "segments_*")) {
            return commits.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The folder that serves, made when there is none.
     */
    public Path currentOrFirst() {
        var current = current();
        if (current.isPresent()) {
            return current.get();
        }
        var first = next();
        makeCurrent(first);
        return first;
    }

    /**
     * A new, empty folder beside the others.
     */
    public Path next() {
        try {
            Files.createDirectories(root);
            long highest =
                    folders().stream().mapToLong(Generations::number).max().orElse(0);
            return Files.createDirectory(root.resolve(String.format(java.util.Locale.ROOT, "gen-%04d", highest + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets a folder serve, atomically and durably.
     */
    public void makeCurrent(Path folder) {
        var draft = root.resolve(CURRENT + ".new");
        try {
            try (var channel = java.nio.channels.FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap((folder.getFileName() + "\n").getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
            org.apache.lucene.util.IOUtils.fsync(root, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes every folder but the one that serves.
     */
    public void removeOthers() {
        var current = current();
        for (var folder : folders()) {
            if (!Optional.of(folder).equals(current)) {
                remove(folder);
            }
        }
    }

    public static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path dir, java.io.@org.jspecify.annotations.Nullable IOException e) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> folders() {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(root)) {
            try (var entries = Files.newDirectoryStream(root, "gen-*")) {
                entries.forEach(p -> {
                    if (NAME.matcher(p.getFileName().toString()).matches()) {
                        folders.add(p);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folders;
    }

    private static long number(Path folder) {
        return Long.parseLong(folder.getFileName().toString().substring("gen-".length()));
    }
}
