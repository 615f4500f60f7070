package org.precedent.document.source;

import static org.precedent.document.Extracted.rejected;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;
import org.precedent.document.source.Source.Found;
import org.precedent.document.source.Source.Kind;
import org.precedent.document.source.Source.Refused;

/**
 * Finds the documents in files, folders, archives, e-mails and {@code .jsonl} files: paths in the given order, folders recursively and
 * sorted by name, archive entries and records in their own order. Files whose names begin with a dot are skipped. A symbolic link within a
 * folder is followed if it leads to a file in that folder; one that leads out of it is rejected unless the limits allow it, because
 * otherwise anyone who can write to the folder could have any readable file indexed. Links given as paths are always followed.
 */
public final class Sources {
    private final Limits limits;
    private final Consumer<Source> visitor;
    private long position;

    private Sources(Limits limits, Consumer<Source> visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    /**
     * Passes every source to the visitor, one after the other, on the calling thread. Files that cannot be read are passed as {@link
     * Source.Refused}.
     */
    public static void walk(List<Path> paths, Limits limits, Consumer<Source> visitor) {
        var sources = new Sources(limits, visitor);
        paths.forEach(sources::walk);
    }

    /**
     * Returns the total size on disk of everything that {@link #walk} would visit, in bytes, as far as known.
     */
    public static long size(List<Path> paths, Limits limits) {
        var total = new long[1];
        for (var path : paths) {
            new Sources(limits, source -> {}).eachFile(path, file -> total[0] += Files.size(file));
        }
        return total[0];
    }

    private interface FileVisitor {
        void visit(Path file) throws IOException;
    }

    private void walk(Path path) {
        eachFile(path, this::file);
    }

    private void eachFile(Path path, FileVisitor each) {
        try {
            visitEach(path, new LinkCheck(path.toRealPath(), limits.followsLinks()), each);
        } catch (IOException e) {
            visitor.accept(new Refused(path.toString(), nameOf(path), position, unreadable(e)));
        }
    }

    private void visitEach(Path path, LinkCheck links, FileVisitor each) {
        try {
            if (!Files.isDirectory(path)) {
                each.visit(path);
                return;
            }
            for (var child : children(path)) {
                switch (links.check(child)) {
                    case FOLLOW -> visitEach(child, links, each);
                    case SKIP -> {}
                    case REFUSE -> reportRefusedLink(child);
                }
            }
        } catch (IOException e) {
            visitor.accept(new Refused(path.toString(), nameOf(path), position, unreadable(e)));
        }
    }

    private void reportRefusedLink(Path link) {
        var why = rejected(
                Reason.LINK,
                "is a symbolic link out of the folder: expected a file in the folder itself; give the target as a"
                        + " path, or pass --follow-links");
        visitor.accept(new Refused(link.toString(), nameOf(link), position, why));
    }

    private static List<Path> children(Path folder) throws IOException {
        var children = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            for (var child : stream) {
                if (!nameOf(child).startsWith(".")) {
                    children.add(child);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(children);
        return children;
    }

    private void file(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw Files.exists(path) ? new IOException("not a regular file") : new NoSuchFileException(path.toString());
        }
        long size = Files.size(path);
        if (JsonLines.hasExtension(nameOf(path))) {
            try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
                JsonLines.walk(in, place(path), limits, visitor);
            }
        } else {
            switch (FileKind.of(path).family()) {
                case ARCHIVE -> ZipSource.walk(path, place(path), limits, visitor);
                case MAIL -> mail(path, size);
                case PDF, OFFICE, HTML, TEXT, OTHER -> visitor.accept(document(path, size));
            }
        }
        position += size;
    }

    private Source document(Path path, long size) {
        if (size > limits.fileBytes()) {
            return new Refused(path.toString(), nameOf(path), position + size, tooLarge(size, limits));
        }
        return new Found(
                path.toString(), nameOf(path), position + size, Kind.DOCUMENT, size, () -> Files.readAllBytes(path));
    }

    private void mail(Path path, long size) throws IOException {
        if (size > limits.fileBytes()) {
            visitor.accept(document(path, size));
        } else {
            MailSource.walk(
                    Files.readAllBytes(path),
                    new Place(path.toString(), nameOf(path), position + size),
                    limits,
                    visitor);
        }
    }

    private Place place(Path path) {
        return new Place(path.toString(), nameOf(path), position);
    }

    private static String nameOf(Path path) {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    static Extracted.Rejected tooLarge(long size, Limits limits) {
        return rejected(
                Reason.TOO_LARGE,
                "has " + size + " bytes: expected at most " + limits.fileBytes()
                        + "; a determination has about 40,000");
    }

    private static Extracted.Rejected unreadable(IOException e) {
        return unreadable(
                switch (e) {
                    case NoSuchFileException no -> "no such file or folder";
                    case AccessDeniedException denied -> "permission denied";
                    default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                });
    }

    private static Extracted.Rejected unreadable(String found) {
        return rejected(
                Reason.UNREADABLE, "cannot be read (" + found + "): expected a readable file; check it and try again");
    }

    /**
     * Decides which symbolic links within a folder are followed. No folder is entered twice through links, which rules out cycles.
     */
    private static final class LinkCheck {
        private final Path root;
        private final boolean followsAll;
        private final Set<Path> entered = new HashSet<>();

        /** What to do with a folder entry. */
        enum Decision {
            FOLLOW,
            /** The target is visited at its own path anyway. */
            SKIP,
            REFUSE
        }

        /**
         * Creates a check for the entries below one folder.
         *
         * @param root real path of the folder
         * @param followsAll whether links may lead out of the folder
         */
        LinkCheck(Path root, boolean followsAll) {
            this.root = root;
            this.followsAll = followsAll;
        }

        Decision check(Path path) throws IOException {
            if (!Files.isSymbolicLink(path) || !Files.exists(path)) {
                return Decision.FOLLOW;
            }
            var target = path.toRealPath();
            boolean isFolder = Files.isDirectory(target);
            if (target.startsWith(root) || isWithinFolderEntered(target)) {
                return isFolder ? Decision.SKIP : Decision.FOLLOW;
            }
            if (!followsAll) {
                return Decision.REFUSE;
            }
            return isFolder && !entered.add(target) ? Decision.SKIP : Decision.FOLLOW;
        }

        private boolean isWithinFolderEntered(Path target) {
            return entered.stream().anyMatch(target::startsWith);
        }
    }
}
