package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.WritingCommand;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Copies index and saved searches while both are in use. The copy appears when it is whole and was checked; until then it lies
 * beside its place as {@code DIR.unfinished}.
 */
@Command(
        name = "backup",
        description = "Copy the index and the saved searches into a new folder; serve it with --index DIR.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BackupCommand implements Callable<Integer>, WritingCommand {
    @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet, or is empty")
    private Path folder;

    @Mixin
    private IndexOption index;

    @Spec
    private CommandSpec spec;

    @Override
    public Path place() {
        return folder;
    }

    @Override
    public Integer call() throws IOException {
        var lucene = index.existing();
        requireEmpty();
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        AtomicFolder.remove(unfinished);
        try {
            copy(lucene, Files.createDirectories(unfinished));
            AtomicFolder.appear(unfinished, folder);
        } catch (IOException | RuntimeException e) {
            removeAfter(e, unfinished);
            throw e;
        }
        spec.commandLine().getErr().println("copied to " + folder);
        return Main.DONE;
    }

    private void copy(Path lucene, Path to) throws IOException {
        var vocabularies = Vocabularies.bundled();
        var copied = to.resolve("lucene");
        IndexMaintenance.of(lucene, vocabularies).backup(copied);
        requireSound(IndexMaintenance.of(copied, vocabularies).damage());
        if (Files.exists(index.takedown())) {
            Files.copy(index.takedown(), to.resolve("takedown.txt"));
        }
        if (Files.exists(index.paths())) {
            Files.copy(index.paths(), to.resolve("paths.jsonl"));
        }
        if (Files.exists(index.database())) {
            var database = to.resolve("precedent.db");
            try (var saved = SavedSearches.openToRead(index.database(), InstantSource.system())) {
                saved.backup(database);
            }
            try (var saved = SavedSearches.open(database, InstantSource.system())) {
                requireSound(saved.damage());
            }
        }
    }

    private static void requireSound(List<String> damage) throws IOException {
        if (!damage.isEmpty()) {
            throw new IOException("the copy is not sound, therefore removed; run `precedent verify` on the original. "
                    + damage.getFirst());
        }
    }

    private static void removeAfter(Exception failure, Path unfinished) {
        try {
            AtomicFolder.remove(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
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
