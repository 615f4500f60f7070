package org.precedent.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.precedent.cli.option.SettingSources;
import org.precedent.cli.output.ErrorExplanation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The {@code precedent} command.
 */
@Command(
        name = "precedent",
        description = "Search California workers' compensation IMR determinations like case law.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 1 something failed or was rejected (the rest was done), 2 usage."})
public final class Main implements Runnable {
    // Lucene logs a recommendation of the incubating vector module at every start; measurements showed no gain here.
    // Kept in a field, so
    // that the logger and its level are not garbage-collected.
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            IngestCommand.class,
            SearchCommand.class,
            SavedCommand.class,
            AlertsCommand.class,
            CorrectionsCommand.class,
            ParseCommand.class,
            EvaluateCommand.class,
            VerifyCommand.class,
            ReindexCommand.class,
            BackupCommand.class,
            ReplicateCommand.class,
            SettingsCommand.class,
            AotTrainingCommand.class,
            CommandLine.HelpCommand.class);

    /** Exit code: success. */
    public static final int DONE = 0;

    /** Exit code: something failed or was rejected; the rest was done. */
    public static final int FAILED = 1;

    /** Exit code: the command line is invalid. */
    public static final int USAGE = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    Main() {}

    /**
     * Runs one command and exits the process with its exit code.
     */
    public static void main(String... args) {
        VECTORS.setLevel(Level.SEVERE);
        // output is also read by programs, so it must not depend on the locale of the machine
        Locale.setDefault(Locale.ENGLISH);
        ParentProcess.exitWithParentIfRequested();
        if (args.length > 0 && isNamed(ServeCommand.class, args[0])) {
            ServeCommand.readVocabulariesAhead();
        }
        System.exit(run(args));
    }

    /**
     * Runs one command: results go to stdout, messages to stderr.
     *
     * @return {@link #DONE}, {@link #FAILED} or {@link #USAGE}
     */
    public static int run(String... args) {
        return commandLineFor(args).execute(args);
    }

    /** Builds only the command to run, because parsing the options of all commands takes longer than many commands do. */
    static CommandLine commandLineFor(String... args) {
        var named = COMMANDS.stream()
                .filter(command -> args.length > 0 && isNamed(command, args[0]))
                .filter(command -> command != CommandLine.HelpCommand.class)
                .toList();
        return commandLine(named.isEmpty() ? COMMANDS : named);
    }

    private static boolean isNamed(Class<?> command, String name) {
        return command.getAnnotation(Command.class).name().equals(name);
    }

    /**
     * Builds the command line with all commands.
     */
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        var line = new CommandLine(new Main());
        commands.forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setDefaultValueProvider(SettingSources.ofProcess());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(Main::executeAndFlush);
        line.setParameterExceptionHandler(Main::explainUsage);
        line.setExecutionExceptionHandler(Main::explainFailure);
        return line;
    }

    /** Runs the command and checks stdout: a print stream reports a full disk or a closed pipe only through checkError. */
    private static int executeAndFlush(CommandLine.ParseResult parsed) {
        int code = new CommandLine.RunLast().execute(parsed);
        var line = parsed.commandSpec().commandLine();
        if (line.getOut().checkError()) {
            line.getErr().println("precedent: standard output is closed or its disk is full: the output is incomplete");
            return Math.max(code, FAILED);
        }
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int explainUsage(ParameterException e, String[] args) {
        var line = e.getCommandLine();
        line.getErr().println("precedent: " + e.getMessage() + origin(e, args));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr())) {
            line.usage(line.getErr());
        }
        return USAGE;
    }

    // names the source of an invalid value that is not from the command line
    private static String origin(ParameterException e, String... args) {
        if (!(e.getArgSpec() instanceof OptionSpec option)) {
            return "";
        }
        var typed = Arrays.stream(args).map(a -> a.replaceFirst("=.*", "")).toList();
        return Arrays.stream(option.names()).anyMatch(typed::contains)
                ? ""
                : SettingSources.of(e.getCommandLine().getCommandSpec())
                        .find(option.longestName())
                        .map(found -> " (from " + found.origin() + ")")
                        .orElse("");
    }

    private static int explainFailure(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("precedent: " + ErrorExplanation.explain(e, line.getCommand()));
        return FAILED;
    }

    /**
     * Stops this process when its parent process ends. When Maven is killed, its child processes keep running, and a server started by
     * {@code mvn} would keep the port and the index.
     */
    private static final class ParentProcess {
        private static final String EXIT_WITH_PARENT = "precedent.exitWithParent";

        private ParentProcess() {}

        // A platform thread, because the first virtual thread fixes the parallelism of their scheduler, which the
        // server configures.
        static void exitWithParentIfRequested() {
            if (Boolean.getBoolean(EXIT_WITH_PARENT)) {
                ProcessHandle.current()
                        .parent()
                        .ifPresent(parent -> Thread.ofPlatform()
                                .daemon()
                                .name("parent-watch")
                                .start(() -> {
                                    parent.onExit().join();
                                    System.exit(Main.DONE);
                                }));
            }
        }
    }

    /**
     * The version from the jar's manifest; {@code development} when run from classes.
     */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"precedent " + number()};
        }

        static String number() {
            return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
        }
    }
}
