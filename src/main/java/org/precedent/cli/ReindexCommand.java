package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.option.TakedownOption;
import org.precedent.cli.output.TerminalResults;
import org.precedent.cli.output.WritingCommand;
import org.precedent.determination.Determination;
import org.precedent.ingest.OriginalStore;
import org.precedent.ingest.Reparser;
import org.precedent.parse.LetterParser;
import org.precedent.parse.LetterParser.Redaction;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Rebuilds the index from the stored text of its determinations.
 */
@Command(
        name = "reindex",
        description = "Read the kept original files again and rebuild the index; the old one stays in use meanwhile.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReindexCommand implements Callable<Integer>, WritingCommand {
    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private TakedownOption takedown;

    @Option(names = "--redact", description = "replace what looks like a person's name, number or address by a mark")
    private boolean redact;

    @Spec
    private CommandSpec spec;

    @Override
    public Path target() {
        return index.lucene();
    }

    @Override
    public Integer call() throws IOException {
        index.requireNoReplica();
        var vocabularies = Vocabularies.bundled();
        var parser = new LetterParser(vocabularies);
        index.existing();
        var list = takedown.takedown(index);
        var reparser = new Reparser(letter -> parser.parse(letter, redact ? Redaction.TEXT : Redaction.NONE));
        var corrections = StoredCorrections.load(database.address(index), list::contains);
        var gone = new ArrayList<String>();
        long letters = reindex(vocabularies, stored -> {
            if (list.contains(stored.id())) {
                gone.add(stored.origin().sha256());
                return Optional.empty();
            }
            return Optional.of(corrections.apply(reparser.reparse(stored)));
        });
        removeOriginals(gone);
        spec.commandLine().getErr().println("rebuilt with " + TerminalResults.count(letters, "determination"));
        return Main.DONE;
    }

    private long reindex(Vocabularies vocabularies, Function<Determination, Optional<Determination>> rewrite) {
        try (var maintenance = index.maintenance(vocabularies)) {
            return maintenance.reindex(rewrite);
        }
    }

    /** Deletes the original files of determinations that were removed, and all original files if the index is redacted. */
    private void removeOriginals(List<String> gone) throws IOException {
        var originals = new OriginalStore(index.originals());
        gone.forEach(originals::remove);
        if (redact) {
            originals.clear();
        }
    }
}
