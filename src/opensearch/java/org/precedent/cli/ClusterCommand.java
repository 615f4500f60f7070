package org.precedent.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command with the options for an index on a cluster.
 *
 * @param url of a node
 * @param alias of the index
 * @param folder value of {@code --index}, for the files kept outside the cluster
 */
record ClusterCommand(String url, String alias, Path folder) {
    /** A command line with these options and the given arguments. */
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

    /** Runs the command in this process. */
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
