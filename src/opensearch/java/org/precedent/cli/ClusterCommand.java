package org.precedent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of a command on an index of a cluster.
 *
 * @param url of a node
 * @param alias of the index
 * @param folder of {@code --index}, for what is beside the index
 */
record ClusterCommand(String url, String alias, Path folder) {
    /** A command with these options and others. */
    String[] line(String... args) {
        var line = new ArrayList<>(List.of(args));
        line.addAll(List.of(
                "--index",
                folder.toString(),
                "--engine",
                "opensearch",
                "--opensearch-url",
                url,
                "--opensearch-alias",
                alias));
        return line.toArray(String[]::new);
    }

    /** Runs it in this process. */
    Cli.Result run(String... args) {
        return Cli.run(line(args));
    }

    ClusterCommand at(String otherUrl) {
        return new ClusterCommand(otherUrl, alias, folder);
    }

    ClusterCommand named(String otherAlias) {
        return new ClusterCommand(url, otherAlias, folder);
    }
}
