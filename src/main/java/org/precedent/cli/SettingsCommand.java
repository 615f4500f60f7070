package org.precedent.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.precedent.cli.option.SettingSources;
import org.precedent.cli.option.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/**
 * Prints every setting with its effective value and source.
 */
@Command(
        name = "settings",
        description = "Print all settings with their values and sources.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A setting is taken from the command line, else from the environment (PRECEDENT_PORT),",
            "else from precedent.properties in the working folder or, without one, in /etc/precedent",
            "(port=8080), else from its default."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SettingsCommand implements Callable<Integer> {
    @Mixin
    private Settings settings;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SettingSources.of(spec).requireKnown(spec.commandLine(), Main::commandLine);
        settings.serverOptions();
        settings.mailServer();
        settings.database();
        var mixin = CommandSpec.forAnnotatedObject(settings);
        for (var option : mixin.options()) {
            var name = option.longestName();
            spec.commandLine()
                    .getOut()
                    .printf(java.util.Locale.ROOT, "%-18s %-24s %s%n", name.substring(2), value(name), origin(name));
        }
        return Main.DONE;
    }

    private String value(String name) {
        OptionSpec option = spec.findOption(name);
        Object value = option.getValue();
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(","));
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    private String origin(String name) {
        if (spec.commandLine().getParseResult().hasMatchedOption(name)) {
            return "command line";
        }
        return SettingSources.of(spec)
                .find(name)
                .map(SettingSources.Found::origin)
                .orElse("default");
    }
}
