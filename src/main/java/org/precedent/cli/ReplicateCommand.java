package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.precedent.cli.option.IndexFolder;
import org.precedent.cli.output.TerminalResults;
import org.precedent.cli.output.WritingCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Copies an index to another web server's folder, or brings such a copy up to date, while both are in use.
 */
@Command(
        name = "replicate",
        description =
                "Copy the index in FROM-DIR to TO-DIR, or bring that copy up to date. A server that serves TO-DIR shows"
                        + " the new state without a restart. Saved searches are not copied.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplicateCommand implements Callable<Integer>, WritingCommand {
    @Parameters(index = "0", paramLabel = "FROM-DIR", description = "index folder to copy, as --index names it")
    private Path from;

    @Parameters(
            index = "1",
            paramLabel = "TO-DIR",
            description =
                    "index folder of the other server: a replica, an empty folder, or one that does not exist yet")
    private Path to;

    @Option(names = "--verify", description = "also read every byte in TO-DIR and replace what is damaged there")
    private boolean verify;

    @Option(names = "--no-originals", description = "do not copy the files as posted; pages then show the text alone")
    private boolean noOriginals;

    @Spec
    private CommandSpec spec;

    @Override
    public Path place() {
        return to;
    }

    @Override
    public Integer call() throws IOException {
        var replica = new Replica(new IndexFolder(from), new IndexFolder(to));
        var objection = replica.objection();
        if (objection.isPresent()) {
            throw new ParameterException(spec.commandLine(), objection.get());
        }
        var copied = replica.update(verify, !noOriginals)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), from + ": no index there yet; ingest first, or name another folder"));
        var index = copied.index();
        spec.commandLine()
                .getErr()
                .println("copied " + TerminalResults.count(index.files(), "index file") + " (" + index.bytes() / 1024
                        + " KB) and " + TerminalResults.count(copied.originals(), "original file") + "; " + to
                        + " holds "
                        + TerminalResults.count(index.letters(), "letter"));
        return Main.DONE;
    }
}
