package org.precedent.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.precedent.cli.option.SettingSources;

/**
 * Runs commands in this process, as typed on the command line, and captures their output.
 */
public final class Cli {
    private Cli() {}

    /**
     * The result of a command.
     *
     * @param exitCode 0, 1, or 2
     * @param out standard output
     * @param err standard error
     */
    public record Result(int exitCode, String out, String err) {}

    /**
     * Runs one command with the settings of this process.
     */
    public static Result run(String... args) {
        return run(SettingSources.ofProcess(), args);
    }

    /**
     * Runs one command with the given sources of settings.
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
