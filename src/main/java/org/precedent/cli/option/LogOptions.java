package org.precedent.cli.option;

import java.util.Locale;
import picocli.CommandLine.Option;

/**
 * Logging options. {@code logback.xml} reads them when the first line is logged, so they must be applied before.
 */
@SuppressWarnings("FieldMayBeFinal") // picocli sets the fields
public final class LogOptions {
    @Option(
            names = "--log-format",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "form of the log on stderr, text or json (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description =
                    "least that is logged: debug (every request), info, warn or error" + " (default: ${DEFAULT-VALUE})")
    private Level level = Level.INFO;

    /** How a line of the log looks. */
    enum Format {
        /** For people. */
        TEXT,
        /** One JSON object a line. */
        JSON
    }

    /** How grave a line is. */
    enum Level {
        /** Every request. */
        DEBUG,
        /** Start, stop and what is unusual. */
        INFO,
        /** What should be looked at. */
        WARN,
        /** What went wrong. */
        ERROR
    }

    public void apply() {
        System.setProperty("precedent.log.format", format.name().toLowerCase(Locale.ROOT));
        System.setProperty("precedent.log.level", level.name());
    }
}
