package org.precedent.lucene.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The generations of an index: one folder each, and the file {@code CURRENT} that names the one being served. A new generation is written
 * under a name that ends in {@code .unfinished}, then renamed, then pointed to; one to be deleted is first renamed to end in
 * {@code .removed}. So a folder named {@code gen-NNNN} always has a commit; if it has none, the commit was lost.
 */
public final class Generations {
    private static final Pattern NAME = Pattern.compile("gen-(\\d{4,9})");
    private static final Pattern LEFTOVER = Pattern.compile("gen-(\\d{4,9})\\.(unfinished|removed)");
    private static final String UNFINISHED = ".unfinished";
    private static final String REMOVED = ".removed";

    private final Path root;
    private final CurrentFile pointer;

    public Generations(Path root) {
        this.root = root;
        this.pointer = new CurrentFile(root);
    }

    public Path root() {
        return root;
    }

    /** The file that names the generation being served. */
    public Path currentFile() {
        return pointer.path();
    }

    /**
     * Returns the folder being served; empty when nothing was ever written.
     *
     * @throws IndexDamagedException when determinations exist but it is unclear which folder is served, or that folder has lost its commit
     */
    public Optional<Path> current() {
        var name = pointer.read(this::remedy);
        while (name.isPresent()) {
            var folder = root.resolve(name.get());
            if (hasCommit(folder)) {
                return Optional.of(folder);
            }
            // a rebuild may have switched and deleted the folder meanwhile
            var now = pointer.read(this::remedy);
            if (now.equals(name)) {
                throw new IndexDamagedException(folder + lost(folder) + "; " + GenerationRemedy.restore(root));
            }
            name = now;
        }
        if (finished().stream().anyMatch(GenerationRemedy::mayHoldLetters)) {
            throw new IndexDamagedException(pointer.path() + ": is missing; " + remedy());
        }
        return Optional.empty();
    }

    private String remedy() {
        return GenerationRemedy.describe(root, finished());
    }

    private static String lost(Path folder) {
        if (!Files.isDirectory(folder)) {
            return ": is missing";
        }
        return ": its list of segments (segments_N) is missing, "
                + files(folder).size() + " other files are there";
    }

    public static boolean hasCommit(Path folder) {
        return files(folder).stream()
                .anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    }

    /** Lists a folder; empty when it does not exist. */
    static List<Path> files(Path folder) {
        var files = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
            return files;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every folder of a finished generation, including the one being served, oldest first. */
    public List<Path> finished() {
        return files(root).stream()
                .filter(folder -> NAME.matcher(name(folder)).matches())
                .sorted(Comparator.comparingLong(Generations::number))
                .toList();
    }

    /** Creates an empty folder for a new generation, which counts as unfinished until {@link #finish}. */
    public Path begin() {
        try {
            DurableFiles.createDirectories(root);
            long highest =
                    files(root).stream().mapToLong(Generations::number).max().orElse(0);
            var name = String.format(Locale.ROOT, "gen-%04d", highest + 1);
            return Files.createDirectory(root.resolve(name + UNFINISHED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the newest unfinished folder of an interrupted run, or a new one; deletes other leftovers. */
    public Path beginOrResume() {
        var unfinished = files(root).stream()
                .filter(folder -> name(folder).endsWith(UNFINISHED))
                .max(Comparator.comparingLong(Generations::number));
        files(root).stream()
                .filter(folder -> LEFTOVER.matcher(name(folder)).matches())
                .filter(folder -> !Optional.of(folder).equals(unfinished))
                .forEach(Generations::remove);
        return unfinished.orElseGet(this::begin);
    }

    /**
     * Switches to a new generation, atomically and durably.
     *
     * @param unfinished folder returned by {@link #begin}, with a commit and no open writer
     * @return the folder under its final name
     */
    public Path finish(Path unfinished) {
        var folder = unfinished.resolveSibling(name(unfinished).replace(UNFINISHED, ""));
        try {
            DurableFiles.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pointer.write(name(folder));
        return folder;
    }

    /** Adds the checksum to a pointer file that lacks one. */
    public void seal(Path current) {
        if (!pointer.isWrittenFor(name(current))) {
            pointer.write(name(current));
        }
    }

    /** Deletes a finished generation that is not being served. An interrupted deletion is completed by {@link #removeLeftovers}. */
    public void discard(Path folder) {
        try {
            var removed = folder.resolveSibling(name(folder) + REMOVED);
            DurableFiles.move(folder, removed);
            remove(removed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes leftovers of interrupted rebuilds and deletions. The caller must hold the write lock. */
    public void removeLeftovers() {
        files(root).stream()
                .filter(folder -> LEFTOVER.matcher(name(folder)).matches())
                .forEach(Generations::remove);
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
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static long number(Path folder) {
        var finished = NAME.matcher(name(folder));
        var leftOver = LEFTOVER.matcher(name(folder));
        if (finished.matches()) {
            return Long.parseLong(finished.group(1));
        }
        return leftOver.matches() ? Long.parseLong(leftOver.group(1)) : 0;
    }
}
