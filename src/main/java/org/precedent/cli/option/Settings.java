package org.precedent.cli.option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precedent.mail.SmtpServer;
import org.precedent.saved.DatabaseAddress;
import org.precedent.web.ServerOptions;
import org.precedent.web.ServerOptions.Limits;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.http.BasePath;
import org.precedent.web.limit.SlowClientMonitor.ClientTimeouts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * All settings with name, default and help. A value comes from the command line, else the environment ({@code PRECEDENT_PORT}), else from
 * {@code precedent.properties} in the working folder, else in {@code /etc/precedent} ({@code port=...}), else its default here.
 */
@SuppressWarnings({"NullAway.Init", "FieldMayBeFinal"}) // picocli sets the fields
public final class Settings {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_LIMIT = 1_000_000;

    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Mixin
    public AccessOptions others;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "7070",
            description = "port the server listens on, 0 for any free one (default: ${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            defaultValue = "${sys:precedent.home:-.}/templates",
            description = "folder of the page templates (default: the distribution's)")
    Path templates;

    @Option(
            names = "--static",
            paramLabel = "DIR",
            defaultValue = "${sys:precedent.home:-.}/static",
            description = "folder of style sheets, scripts and images (default: the distribution's)")
    Path assets;

    @Option(
            names = "--searches",
            paramLabel = "NUMBER",
            description = "number of concurrent searches; others wait briefly, then are told to try again later"
                    + " (default: twice the processors, at least 4)")
    private int searches = Limits.DEFAULT.searches();

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            defaultValue = "600",
            description = "requests per minute from one client, 0 for no limit (default: ${DEFAULT-VALUE}); not"
                    + " applied if only this machine has access")
    private int rate;

    @Option(
            names = "--export-limit",
            paramLabel = "NUMBER",
            defaultValue = "100000",
            description = "determinations in one exported file (default: ${DEFAULT-VALUE})")
    private int export;

    @Option(
            names = "--base-path",
            paramLabel = "PATH",
            defaultValue = "/",
            description = "path under which a reverse proxy serves Precedent: /precedent for"
                    + " https://example.org/precedent/ (default: ${DEFAULT-VALUE})")
    private String base;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "public address of the server, such as https://imr.example or"
                    + " https://example.org/precedent, for links in feeds, exports, citations and mail (default: the"
                    + " address of each request; if that is local, files and citations have no links)")
    private @Nullable String publicUrl;

    @Option(
            names = "--check-every",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = DurationParser.class,
            description = "how often a running server verifies the index and the saved searches, such as 90s, 30m,"
                    + " 24h or 7d; 0 for only at the start (default: ${DEFAULT-VALUE})")
    public Duration checkEvery;

    @Mixin
    public MailOptions mail;

    @Mixin
    public LogOptions log;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Options of the server.
     *
     * @throws ParameterException if a value is invalid
     */
    public ServerOptions serverOptions() {
        require("--port", port, 0, MAX_PORT, " (0 for any free port)");
        require("--rate", rate, 0, MAX_LIMIT, " (0 for no limit)");
        var access = others.access();
        require("--searches", searches, 1, MAX_LIMIT, "");
        require("--export-limit", export, 1, Integer.MAX_VALUE, "");
        var limits = new Limits(
                searches, access.audience() == Audience.THIS_MACHINE ? 0 : rate, export, ClientTimeouts.DEFAULT);
        return ServerOptions.of(others.host, port, templates, assets)
                .with(access)
                .with(limits)
                .withProxies(others.names(), others.proxies())
                .withBasePath(basePath());
    }

    /**
     * The mail server for alerts; empty if none is set.
     *
     * @throws ParameterException if a value is invalid, or no public URL is set for links in mails
     */
    public Optional<SmtpServer> mailServer() {
        var server = mail.server();
        if (server.isPresent() && publicUrl == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--smtp-host: alerts need links that others can follow; set --public-url, such as"
                            + " https://imr.example");
        }
        return server;
    }

    /**
     * The public URL without a trailing slash; an empty string if none is set.
     */
    public String publicUrl() {
        return basePath().publicHost().map(host -> host + basePath().prefix()).orElse("");
    }

    private BasePath basePath() {
        try {
            return publicUrl == null ? new BasePath(base) : publicBase(publicUrl);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--base-path: " + e.getMessage(), spec.findOption("--base-path"), base);
        }
    }

    private BasePath publicBase(String url) {
        try {
            var known = BasePath.ofPublicUrl(url);
            if (base.equals("/") || known.prefix().equals(new BasePath(base).prefix())) {
                return known;
            }
        } catch (IllegalArgumentException e) {
            throw wrongPublicUrl(url, String.valueOf(e.getMessage()));
        }
        throw wrongPublicUrl(url, "expected a URL that ends with the --base-path " + base + ", got " + url);
    }

    private ParameterException wrongPublicUrl(String url, String why) {
        return new ParameterException(spec.commandLine(), "--public-url: " + why, spec.findOption("--public-url"), url);
    }

    private void require(String option, int value, int minimum, int maximum, String note) {
        if (value < minimum || value > maximum) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": expected " + minimum + " to " + maximum + note + ", got " + value,
                    spec.findOption(option),
                    Integer.toString(value));
        }
    }

    /**
     * The index option.
     */
    public IndexOption index() {
        return index;
    }

    /**
     * Folder of the index generations.
     */
    public Path lucene() {
        return index.lucene();
    }

    /**
     * Address of the database of saved searches.
     *
     * @throws ParameterException if the address is invalid
     */
    public DatabaseAddress database() {
        return database.address(index);
    }

    /**
     * Folder of the original files.
     */
    public Path originals() {
        return index.originals();
    }

    /**
     * Logging options. {@code logback.xml} reads them when the first message is logged, so they must be applied before that.
     */
    @SuppressWarnings("FieldMayBeFinal") // picocli sets the fields
    public static final class LogOptions {
        @Option(
                names = "--log-format",
                paramLabel = "FORM",
                defaultValue = "text",
                description = "format of the log on stderr, text or json (default: ${DEFAULT-VALUE})")
        private Format format = Format.TEXT;

        @Option(
                names = "--log-level",
                paramLabel = "LEVEL",
                defaultValue = "info",
                description = "minimum level to log: debug (every request), info, warn or error (default:"
                        + " ${DEFAULT-VALUE})")
        private Level level = Level.INFO;

        /** Log format. */
        enum Format {
            /** Plain text. */
            TEXT,
            /** One JSON object per line. */
            JSON
        }

        /** Log level. */
        enum Level {
            /** All requests. */
            DEBUG,
            /** Start, stop and unusual events. */
            INFO,
            /** Conditions that need attention. */
            WARN,
            /** Errors. */
            ERROR
        }

        public void apply() {
            System.setProperty("precedent.log.format", format.name().toLowerCase(Locale.ROOT));
            System.setProperty("precedent.log.level", level.name());
        }
    }
}
