package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.precedent.lucene.LuceneEngine;
import org.precedent.opensearch.OpenSearchEngine;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterOptions;
import org.precedent.vocabulary.Vocabularies;

/**
 * The index under measurement: the embedded engine's in a folder, or one on a cluster whose alias is derived from the folder.
 *
 * @param folder value of the commands' {@code --index} option
 * @param cluster address of the cluster and alias of this index; empty for the embedded engine
 */
public record BenchIndex(Path folder, Optional<ClusterOptions> cluster) {
    /** An index of the embedded engine. */
    public static BenchIndex embedded(Path folder) {
        return new BenchIndex(folder, Optional.empty());
    }

    /** An index for this folder, on the cluster if one is given. The alias is never the one that the commands use. */
    static BenchIndex of(Path folder, Optional<ClusterOptions> cluster) {
        return new BenchIndex(
                folder,
                cluster.map(c -> new ClusterOptions(
                        c.urls(),
                        c.alias() + "-bench-" + folder.getFileName(),
                        c.shards(),
                        c.user(),
                        c.password(),
                        c.authority())));
    }

    /** Opens the product on this index. */
    public Product open() {
        var vocabularies = Vocabularies.bundled();
        return new Product(
                cluster.isPresent()
                        ? OpenSearchEngine.open(cluster.get(), vocabularies)
                        : LuceneEngine.open(folder.resolve("lucene"), vocabularies));
    }

    /** Deletes the index if it exists. */
    void delete() throws IOException {
        if (cluster.isPresent()) {
            try (var client = new ClusterClient(cluster.get())) {
                client.find("/_alias/" + cluster.get().alias())
                        .ifPresent(found ->
                                found.members().keySet().forEach(name -> client.request("DELETE", "/" + name, null)));
            }
        }
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Its size on disk in bytes; on a cluster, that of the primary shards. */
    long bytes() throws IOException {
        if (cluster.isEmpty()) {
            return BenchCorpus.bytesBelow(folder);
        }
        try (var client = new ClusterClient(cluster.get())) {
            var alias = cluster.get().alias();
            client.request("POST", "/" + alias + "/_flush", null);
            return client.request("GET", "/" + alias + "/_stats/store", null)
                    .at("_all", "primaries", "store", "size_in_bytes")
                    .number();
        }
    }

    /** The command-line options that select this index. */
    List<String> options() {
        var options = new ArrayList<>(List.of("--index", folder.toString()));
        cluster.ifPresent(c -> {
            options.addAll(List.of("--engine", "opensearch", "--opensearch-alias", c.alias()));
            c.urls().forEach(url -> options.addAll(List.of("--opensearch-url", url.toString())));
        });
        return options;
    }
}
