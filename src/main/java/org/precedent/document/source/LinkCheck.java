package org.precedent.document.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides which symbolic links within a folder are followed. No folder is entered twice through links, so that none leads in a
 * circle.
 */
final class LinkCheck {
    private final Path root;
    private final boolean followsAll;
    private final Set<Path> entered = new HashSet<>();

    /** What to do with an entry of a folder. */
    enum Decision {
        FOLLOW,
        /** Its target is read where it stands. */
        SKIP,
        REFUSE
    }

    /**
     * For the entries below one folder.
     *
     * @param root its real path
     * @param followsAll whether links may lead out of it
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
