package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.opensearch.TestCluster;
import org.precedent.opensearch.cluster.ClusterClient;
import org.precedent.opensearch.cluster.ClusterOptions;

/**
 * The commands against a cluster, as typed on the command line.
 */
class ClusterCommandsTest {
    private static final String SAMPLES = "src/main/resources/samples";
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    private Path folder;

    private Cli.Result run(ClusterOptions options, String... args) {
        return new ClusterCommand(options.urls().getFirst().toString(), options.alias(), folder.resolve("index"))
                .run(args);
    }

    @Test
    void ingestsSearchesVerifiesRebuildsAndBacksUp() {
        var options = cluster.options();
        var first = run(options, "ingest", SAMPLES);
        assertTrue(first.err().contains(" indexed, 0 replaced"), first.err());
        assertTrue(run(options, "ingest", SAMPLES).err().contains("nothing to write"));
        var found = run(options, "search", "X-ray cervical upheld");
        assertTrue(found.err().contains("5 issues"), found.err());
        assertEquals(0, run(options, "verify").exitCode());
        assertEquals(0, run(options, "reindex").exitCode());
        assertEquals(
                found.out(), run(options, "search", "X-ray cervical upheld").out());
        var copy = cluster.snapshots().resolve("copy");
        var backup = run(options, "backup", copy.toString());
        assertEquals(0, backup.exitCode(), backup.err());
        assertTrue(Files.exists(copy.resolve("opensearch").resolve("index-0")));
        restore(options, copy.resolve("opensearch"));
        assertEquals(
                found.out(), run(options, "search", "X-ray cervical upheld").out());
        assertEquals(0, run(options, "verify").exitCode());
        var elsewhere = run(options, "backup", folder.resolve("elsewhere").toString());
        assertTrue(elsewhere.err().contains("path.repo"), elsewhere.err());
    }

    /** Deletes the index and restores it as the backup documentation describes. */
    private static void restore(ClusterOptions options, Path snapshot) {
        try (var client = new ClusterClient(options)) {
            var index = client.find("/_alias/" + options.alias()).orElseThrow().members();
            index.keySet().forEach(name -> client.request("DELETE", "/" + name, null));
            assertTrue(client.find("/_alias/" + options.alias()).isEmpty());
            client.request(
                    "PUT",
                    "/_snapshot/restored",
                    Map.of("type", "fs", "settings", Map.of("location", snapshot.toString())));
            client.request(
                    "POST",
                    "/_snapshot/restored/snapshot/_restore?wait_for_completion=true",
                    Map.of("indices", options.alias() + "-*", "include_aliases", true));
        }
    }

    @Test
    void showsSettingsWithoutSecrets() throws Exception {
        var options = cluster.options();
        var secret = Files.writeString(folder.resolve("password"), "geheim\n");
        var settings =
                run(options, "settings", "--opensearch-user", "u", "--opensearch-password-file", secret.toString());
        assertTrue(settings.out().contains("opensearch-user"), settings.err());
        assertFalse(settings.out().contains("geheim"), settings.out());
    }
}
