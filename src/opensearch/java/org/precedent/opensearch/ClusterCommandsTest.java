package org.precedent.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.opensearch.cluster.ClusterOptions;

/**
 * The commands on a cluster, as a person types them.
 */
class ClusterCommandsTest {
    private static final String SAMPLES = "src/main/resources/samples";
    private final TestCluster cluster = TestCluster.shared();

    @TempDir
    private Path folder;

    private Cli.Result run(ClusterOptions options, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--index",
                folder.resolve("index").toString(),
                "--engine",
                "opensearch",
                "--opensearch-url",
                options.urls().getFirst().toString(),
                "--opensearch-alias",
                options.alias()));
        return Cli.run(all.toArray(String[]::new));
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
        var elsewhere = run(options, "backup", folder.resolve("elsewhere").toString());
        assertTrue(elsewhere.err().contains("path.repo"), elsewhere.err());
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() throws Exception {
        var options = cluster.options();
        assertTrue(run(options, "search", "knee").err().contains("run `precedent ingest`"));
        var nowhere = ClusterOptions.of(List.of(java.net.URI.create("http://127.0.0.1:9")), "none");
        assertTrue(run(nowhere, "search", "knee").err().contains("--opensearch-url"));
        var tls = java.net.URI.create(options.urls().getFirst().toString().replace("http:", "https:"));
        assertTrue(run(ClusterOptions.of(List.of(tls), "none"), "search", "knee")
                .err()
                .contains("plain HTTP"));
        var secret = Files.writeString(folder.resolve("password"), "geheim\n");
        var settings =
                run(options, "settings", "--opensearch-user", "u", "--opensearch-password-file", secret.toString());
        assertTrue(settings.out().contains("opensearch-user"), settings.err());
        assertFalse(settings.out().contains("geheim"), settings.out());
    }
}
