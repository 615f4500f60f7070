package org.precedent.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.precedent.ingest.IngestOptions.Takedown;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code --takedown} option: list of determinations that must not be stored. Shared by every command that stores determinations.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class TakedownOption {
    @Option(
            names = "--takedown",
            paramLabel = "FILE",
            description = "case numbers of determinations that must not be in the index, one per line (default:"
                    + " takedown.txt in the index folder, if it exists)")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * Loads the list.
     *
     * @throws ParameterException if the given file does not exist
     */
    public Takedown takedown(IndexOption index) throws IOException {
        if (file != null && !Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + ": no such file; expected one case number per" + " line");
        }
        var list = file == null ? index.takedown() : file;
        return Files.isRegularFile(list) ? Takedown.read(list) : Takedown.NONE;
    }
}
