package org.precedent.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precedent.cli.output.ErrorExplanation;
import org.precedent.mail.MailAddress;
import org.precedent.mail.SmtpServer;
import org.precedent.mail.SmtpServer.Login;
import org.precedent.mail.SmtpServer.Security;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Options for sending alerts by mail. Without a mail server, alerts are not available.
 */
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
public final class MailOptions {
    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--smtp-host",
            paramLabel = "HOST",
            description = "mail server for alerts; needs --smtp-from and --public-url (default: no alerts)")
    private @Nullable String host;

    @Option(
            names = "--smtp-port",
            paramLabel = "NUMBER",
            defaultValue = "587",
            description = "its port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--smtp-tls",
            paramLabel = "KIND",
            defaultValue = "starttls",
            description = "starttls, tls (usually port 465), or none (default: ${DEFAULT-VALUE})")
    private Security tls;

    @Option(names = "--smtp-user", paramLabel = "NAME", description = "user to log in as (default: no login)")
    private @Nullable String user;

    @Option(
            names = "--smtp-password-file",
            paramLabel = "FILE",
            description = "file whose first line is the user's password")
    private @Nullable Path password;

    @Option(names = "--smtp-from", paramLabel = "ADDRESS", description = "sender of the mails")
    private @Nullable String from;

    @Option(
            names = "--alerts-every",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = DurationParser.class,
            description = "how often a running server mails new results of saved searches, such as 1h or 7d; 0 to"
                    + " mail only with `precedent alerts` (default: ${DEFAULT-VALUE})")
    public Duration every;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The mail server; empty if none is set.
     *
     * @throws ParameterException if a value is invalid
     */
    Optional<SmtpServer> server() {
        if (host == null) {
            return Optional.empty();
        }
        if (port < 1 || port > MAX_PORT) {
            throw error("--smtp-port: expected 1 to " + MAX_PORT + ", got " + port);
        }
        var sender = MailAddress.parse(from == null ? "" : from)
                .orElseThrow(() -> error("--smtp-from: expected the sender's address, such as alerts@imr.example, got "
                        + (from == null ? "none" : from)));
        return Optional.of(new SmtpServer(host, port, tls, login(), sender));
    }

    private Optional<Login> login() {
        if (user == null && password == null) {
            return Optional.empty();
        }
        if (user == null || password == null) {
            throw error("--smtp-user and --smtp-password-file: expected both or none");
        }
        if (tls == Security.NONE) {
            throw error("--smtp-tls none: a password would be sent in the clear; choose starttls or tls");
        }
        try (var lines = Files.lines(password)) {
            return Optional.of(new Login(user, lines.findFirst().orElse("")));
        } catch (IOException e) {
            throw error("--smtp-password-file: " + ErrorExplanation.explain(e));
        }
    }

    private ParameterException error(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
