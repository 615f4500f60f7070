package org.precedent.cli;

import java.util.concurrent.Callable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.TerminalResults;
import org.precedent.engine.EngineMaintenance;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Verifies the index and the saved searches.
 */
@Command(
        name = "verify",
        description = "Read every byte of the index and the saved searches and report damage.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        index.existing();
        try (var maintenance = index.maintenance(Vocabularies.bundled())) {
            return verify(maintenance);
        }
    }

    private int verify(EngineMaintenance maintenance) {
        var damage = new Integrity(maintenance, database.address(index), index.originals()).verify();
        damage.forEach(line -> spec.commandLine().getOut().println(line));
        if (damage.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("index (" + TerminalResults.count(maintenance.determinationCount(), "determination")
                            + ") and saved searches are sound");
        }
        return damage.isEmpty() ? Main.DONE : Main.FAILED;
    }
}
