package org.precedent.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precedent.saved.DatabaseAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code --database} options of every command that opens the saved searches.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class DatabaseOption {
    private static final String SCHEME = "jdbc:postgresql:";

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL database for the saved searches, jdbc:postgresql://HOST/NAME, to share them among"
                    + " servers (default: the file precedent.db in the index folder)")
    private @Nullable String url;

    @Option(names = "--database-user", paramLabel = "NAME", description = "user of that database")
    private @Nullable String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "file whose first line is the password of that user")
    private @Nullable Path passwordFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Address of the database of saved searches.
     *
     * @throws ParameterException if it is not a PostgreSQL URL, contains a user or password, or the password file cannot be read
     */
    public DatabaseAddress address(IndexOption index) {
        if (url == null) {
            return new DatabaseAddress.SqliteFile(index.database());
        }
        if (!url.startsWith(SCHEME)) {
            throw wrong("--database: expected " + SCHEME + "//HOST/NAME, got \"" + url
                    + "\"; leave it out for the file " + index.database());
        }
        var parameters = url.toLowerCase(Locale.ROOT);
        if (parameters.contains("password=") || parameters.contains("user=") || url.contains("@")) {
            throw wrong(
                    "--database: must contain neither user nor password, which logs and process lists would show; use"
                            + " --database-user and --database-password-file");
        }
        if (passwordFile != null && !Files.isReadable(passwordFile)) {
            throw wrong("--database-password-file: " + passwordFile + ": no such file, or it cannot be read");
        }
        return new DatabaseAddress.PostgresServer(url, Optional.ofNullable(user), Optional.ofNullable(passwordFile));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
