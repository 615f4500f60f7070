package org.precedent.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/**
 * Where the index is, for every command that opens one.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class IndexOption {
    @Option(
            names = "--index",
            paramLabel = "DIR",
            defaultValue = "index",
            description = "folder of the search index and the saved searches (default: ${DEFAULT-VALUE})")
    private Path index;

    /**
     * Folder of the index generations.
     */
    Path lucene() {
        return index.resolve("lucene");
    }

    /**
     * File of the saved searches.
     */
    Path database() {
        return index.resolve("precedent.db");
    }
}
