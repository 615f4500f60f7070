package org.precedent.opensearch.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Connection options of a cluster: its nodes and credentials.
 *
 * @param urls URLs of its nodes, such as {@code https://search1.example.org:9200}; at least one
 * @param alias name under which the index is searched; the index itself has a number appended
 * @param user sent with every request; empty if the cluster requires none
 * @param password the user's password
 * @param shards number of shards of a new index
 * @param authority file with the certificate, in PEM, of the authority that signed those of the nodes; empty for the authorities Java
 *     trusts
 */
public record ClusterOptions(
        List<URI> urls,
        String alias,
        int shards,
        Optional<String> user,
        Optional<String> password,
        Optional<Path> authority) {
    public ClusterOptions {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("expected the URL of at least one node, got none");
        }
        urls = List.copyOf(urls);
    }

    /** A cluster on these nodes without authentication. */
    public static ClusterOptions of(List<URI> urls, String alias) {
        return new ClusterOptions(urls, alias, 1, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** For messages: the nodes, never the password. */
    @Override
    public String toString() {
        return urls.size() == 1 ? urls.getFirst().toString() : urls.toString();
    }
}
