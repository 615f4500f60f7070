package org.precedent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.precedent.cli.option.SettingSources;

/**
 * Runs commands in this process, as a person would type them, and keeps what they print.
 */
public final class Cli {
    private Cli() {}

    /**
     * What a command left.
     *
     * @param exitCode 0, 1 or 2
     * @param out what went to stdout
     * @param err what went to stderr
     */
    public record Result(int exitCode, String out, String err) {}

    /**
     * Runs one command.
     */
    public static Result run(String... args) {
        return run(SettingSources.ofProcess(), args);
    }

    /**
     * Runs one command with these settings around it.
     */
    public static Result run(SettingSources sources, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Main.commandLine();
        line.setDefaultValueProvider(sources);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Result(line.execute(args), out.toString(), err.toString());
    }
}
