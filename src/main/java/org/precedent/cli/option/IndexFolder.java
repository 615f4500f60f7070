package org.precedent.cli.option;

import java.nio.file.Path;

/**
 * Paths of everything Precedent keeps in its index folder (the {@code --index} option). The files and folders need not exist yet.
 *
 * @param root the index folder
 */
public record IndexFolder(Path root) {
    /** Folder of the index generations. */
    public Path lucene() {
        return root.resolve("lucene");
    }

    /** SQLite file of the saved searches. */
    public Path database() {
        return root.resolve("precedent.db");
    }

    /** List of determinations that must not be stored. */
    public Path takedown() {
        return root.resolve("takedown.txt");
    }

    /** List of the paths of files without a case number. */
    public Path paths() {
        return root.resolve("paths.jsonl");
    }

    /** Folder of the original files. */
    public Path originals() {
        return root.resolve("originals");
    }

    /** Report of the last ingest. */
    public Path lastIngest() {
        return root.resolve("last-ingest.json");
    }

    /** File that marks the folder as a replica and names the original. */
    public Path replicaMark() {
        return root.resolve("replica.json");
    }
}
