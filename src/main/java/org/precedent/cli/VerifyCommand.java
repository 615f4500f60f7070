package org.precedent.cli;

import java.util.concurrent.Callable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.TerminalResults;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Verifies index and saved searches.
 */
@Command(
        name = "verify",
        description = "Read every byte of the index and the saved searches and say what is damaged.",
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
        var damage = new Integrity(index.existing(), database.address(index), index.originals())
                .damage(Vocabularies.bundled());
        damage.forEach(line -> spec.commandLine().getOut().println(line));
        if (damage.isEmpty()) {
            var letters = IndexMaintenance.of(index.existing(), Vocabularies.bundled())
                    .letters();
            spec.commandLine()
                    .getErr()
                    .println("index (" + TerminalResults.count(letters, "letter") + ") and saved searches are sound");
        }
        return damage.isEmpty() ? Main.DONE : Main.FAILED;
    }
}
