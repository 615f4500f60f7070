package org.precedent.cli.option;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precedent.opensearch.cluster.ClusterOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code --engine} options: where the index is kept.
 */
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
public final class EngineOption {
    private static final String ALIAS = "[a-z0-9][a-z0-9_-]{0,100}";

    /** The available engines. */
    public enum Kind {
        /** Embedded in this process; the index is in the index folder. */
        LUCENE,
        /** A cluster of OpenSearch nodes. */
        OPENSEARCH
    }

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "lucene",
            description = "lucene keeps the index in the --index folder, opensearch on a cluster, for failover and"
                    + " several ingesting machines (default: ${DEFAULT-VALUE})")
    private Kind engine;

    @Option(
            names = "--opensearch-url",
            paramLabel = "URL",
            split = ",",
            defaultValue = "http://localhost:9200",
            description = "a node of the cluster; repeat for more nodes, used when one does not answer (default:"
                    + " ${DEFAULT-VALUE})")
    private List<URI> urls;

    @Option(
            names = "--opensearch-alias",
            paramLabel = "NAME",
            defaultValue = "precedent",
            description = "name of the index on the cluster (default: ${DEFAULT-VALUE})")
    private String alias;

    @Option(
            names = "--opensearch-shards",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "number of shards of a new index, about one per 300,000 determinations (default: ${DEFAULT-VALUE})")
    private int shards;

    @Option(names = "--opensearch-user", paramLabel = "NAME", description = "user of the cluster")
    private @Nullable String user;

    @Option(
            names = "--opensearch-password-file",
            paramLabel = "FILE",
            description = "file whose first line is the password of that user")
    private @Nullable Path passwordFile;

    @Option(
            names = "--opensearch-ca",
            paramLabel = "FILE",
            description =
                    "PEM certificate of the authority that signed the nodes' certificates (default: those that Java"
                            + " trusts)")
    private @Nullable Path authority;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether the index is on an OpenSearch cluster. */
    public boolean isDistributed() {
        return engine == Kind.OPENSEARCH;
    }

    /**
     * Connection options of the cluster.
     *
     * @throws ParameterException if a value is invalid
     */
    public ClusterOptions cluster() {
        urls.forEach(this::requireNode);
        if (!alias.matches(ALIAS)) {
            throw wrong("--opensearch-alias: expected lowercase letters, digits, - and _, got \"" + alias + "\"");
        }
        if (shards < 1 || shards > 1024) {
            throw wrong("--opensearch-shards: expected 1 to 1024, got " + shards);
        }
        return new ClusterOptions(
                urls, alias, shards, Optional.ofNullable(user), password(), Optional.ofNullable(authority));
    }

    private void requireNode(URI url) {
        boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
            throw wrong(
                    "--opensearch-url: expected http://HOST:PORT or https://HOST:PORT without user or password, got \""
                            + (url.getUserInfo() == null ? url : "…@" + url.getHost()) + "\"");
        }
    }

    private Optional<String> password() {
        if (passwordFile == null) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(passwordFile, StandardCharsets.UTF_8).stream()
                    .findFirst();
        } catch (IOException e) {
            throw wrong("--opensearch-password-file: " + passwordFile + ": no such file, or it cannot be read");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
