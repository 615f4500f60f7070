package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.precedent.lucene.IndexCare;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Copies index and saved searches while both are in use.
 */
@Command(
        name = "backup",
        description = "Copy the index and the saved searches into a new folder; serve it with --index DIR.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet, or is empty")
    private Path folder;

    @Mixin
    private IndexOption index;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var lucene = index.existing();
        requireEmpty();
        Files.createDirectories(folder);
        IndexCare.of(lucene, Vocabularies.bundled()).backup(folder.resolve("lucene"));
        if (Files.exists(index.database())) {
            try (var saved = SavedSearches.open(index.database(), InstantSource.system())) {
                saved.backup(folder.resolve("precedent.db"));
            }
        }
        spec.commandLine().getErr().println("copied to " + folder);
        return Main.DONE;
    }

    private void requireEmpty() throws IOException {
        if (Files.exists(folder)) {
            try (var content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new ParameterException(
                            spec.commandLine(), folder + ": not empty; name a folder that does not exist yet");
                }
            }
        }
    }
}
