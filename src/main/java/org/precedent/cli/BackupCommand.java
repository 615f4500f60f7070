package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.TerminalResults;
import org.precedent.cli.output.WritingCommand;
import org.precedent.opensearch.OpenSearchMaintenance;
import org.precedent.saved.DatabaseAddress;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Backs up index and saved searches while both are in use. The copy appears once it is complete and verified; until then it is
 * named {@code DIR.unfinished}.
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

    @Mixin
    private DatabaseOption database;

    @Spec
    private CommandSpec spec;

    @Override
    public Path place() {
        return folder;
    }

    @Override
    public Integer call() throws IOException {
        var lucene = index.existing();
        var address = database.address(index);
        requireEmpty();
        var copied =
                new Backup(lucene, address, index.originals(), List.of(index.takedown(), index.paths())).to(folder);
        spec.commandLine()
                .getErr()
                .println("copied " + TerminalResults.count(copied.letters(), "letter") + " and "
                        + TerminalResults.count(copied.saved(), "saved search", "saved searches") + " to " + folder);
        if (index.engine().isDistributed()) {
            snapshot();
        }
        if (address instanceof DatabaseAddress.PostgresServer) {
            spec.commandLine().getErr().println("the saved searches are in " + address + ": back them up with pg_dump");
        }
        return Main.DONE;
    }

    /** What the cluster holds goes into a repository of its own beside the rest. */
    private void snapshot() {
        var to = folder.resolve("opensearch");
        try (var maintenance = OpenSearchMaintenance.of(index.engine().cluster(), Vocabularies.bundled())) {
            maintenance.backup(to);
            spec.commandLine()
                    .getErr()
                    .println("snapshot of " + TerminalResults.count(maintenance.letters(), "letter") + " in " + to);
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
