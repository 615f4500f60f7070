package org.precedent.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Sources of settings that are not given on the command line: environment, then files.
 *
 * @param environment the process environment
 * @param properties contents of the properties file; empty if there is no file
 * @param file path of the properties file
 */
public record SettingSources(Map<String, String> environment, Properties properties, Path file)
        implements IDefaultValueProvider {
    /** Candidate files; the first one that exists is read. */
    private static final List<Path> FILES =
            List.of(Path.of("precedent.properties"), Path.of("/etc/precedent/precedent.properties"));

    public static SettingSources ofProcess() {
        return of(System.getenv(), FILES);
    }

    public static SettingSources of(Map<String, String> environment, List<Path> files) {
        var file = files.stream().filter(Files::isRegularFile).findFirst().orElse(files.getFirst());
        var properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(file + ": " + e.getMessage(), e);
            }
        }
        return new SettingSources(environment, properties, file);
    }

    /**
     * The sources used by a command.
     */
    public static SettingSources of(CommandSpec spec) {
        return spec.defaultValueProvider() instanceof SettingSources sources
                ? sources
                : new SettingSources(Map.of(), new Properties(), FILES.getFirst());
    }

    /**
     * Rejects a properties file with an unknown key, which would silently have no effect.
     *
     * @param command the command that runs
     * @param all creates a command line with all commands; called only for a key that is not an option of {@code command}
     * @throws ParameterException naming the first unknown key
     */
    public void requireKnown(CommandLine command, Supplier<CommandLine> all) {
        var unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(settings(command));
        if (!unknown.isEmpty()) {
            all.get().getSubcommands().values().forEach(other -> unknown.removeAll(settings(other)));
        }
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    command,
                    file + ": there is no setting \"" + unknown.first() + "\"; `precedent settings` lists them");
        }
    }

    private static Set<String> settings(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(option -> option.longestName().replaceFirst("^-+", ""))
                .collect(Collectors.toSet());
    }

    @Override
    public @Nullable String defaultValue(ArgSpec arg) {
        return arg instanceof OptionSpec option
                ? find(option.longestName()).map(Found::value).orElse(null)
                : null;
    }

    /**
     * The value of an option from the environment or the properties file; empty if neither has one.
     */
    public Optional<Found> find(String option) {
        var name = option.replaceFirst("^-+", "");
        var variable = variable(option);
        if (environment.containsKey(variable)) {
            return Optional.of(new Found(environment.get(variable), "environment " + variable));
        }
        return Optional.ofNullable(properties.getProperty(name)).map(v -> new Found(v, file.toString()));
    }

    static String variable(String option) {
        return "PRECEDENT_" + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * A value and its source.
     */
    public record Found(String value, String origin) {}
}
