package org.precedent.cli.option;

import java.nio.file.Path;

/**
 * Paths of everything Precedent keeps in its index folder (the {@code --index} option). The files and folders need not exist yet.
 *
 * @param root that folder
 */
public record IndexFolder(Path root) {
    /** Folder of the index generations. */
    public Path lucene() {
        return root.resolve("lucene");
    }

    /** File of the saved searches. */
    public Path database() {
        return root.resolve("precedent.db");
    }

    /** File of the determinations that must not be stored. */
    public Path takedown() {
        return root.resolve("takedown.txt");
    }

    /** File of the paths that determinations without a case number were read from. */
    public Path paths() {
        return root.resolve("paths.jsonl");
    }

    /** Folder of the files that determinations were read from. */
    public Path originals() {
        return root.resolve("originals");
    }

    /** Report of the last ingest. */
    public Path lastIngest() {
        return root.resolve("last-ingest.json");
    }

    /** Marks the folder as a replica and names the original. */
    public Path replicaMark() {
        return root.resolve("replica.json");
    }
}
