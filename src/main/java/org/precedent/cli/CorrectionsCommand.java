package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.output.TerminalResults;
import org.precedent.correction.Correction;
import org.precedent.correction.CorrectionFile;
import org.precedent.correction.FieldValues;
import org.precedent.ingest.CorrectionPass;
import org.precedent.ingest.Reparser;
import org.precedent.parse.LetterParser;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Lists, exports, imports and withdraws corrections of wrongly extracted values.
 */
@Command(
        name = "corrections",
        description = "List the corrections of extracted values, or export, import or withdraw them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CorrectionsCommand implements Callable<Integer> {
    private static final class Action {
        @Option(names = "--export", paramLabel = "FILE", description = "write all corrections to a tab-separated file")
        private @Nullable Path export;

        @Option(
                names = "--import",
                paramLabel = "FILE",
                description = "import the corrections from such a file and apply them to the index")
        private @Nullable Path file;

        @Option(
                names = "--withdraw",
                paramLabel = "ID",
                description = "withdraw a correction; the value is read from the text again")
        private @Nullable String withdraw;
    }

    @ArgGroup
    private @Nullable Action action;

    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var asked = action == null ? new Action() : action;
        if (asked.file != null) {
            return importFile(asked.file);
        }
        if (asked.withdraw != null) {
            return withdraw(asked.withdraw);
        }
        var all = StoredCorrections.load(database.address(index)).all();
        if (asked.export != null) {
            Files.writeString(asked.export, CorrectionFile.write(all));
        } else {
            all.forEach(this::print);
        }
        print(TerminalResults.count(all.size(), "correction"));
        return Main.DONE;
    }

    private void print(Correction correction) {
        var place = correction.place();
        spec.commandLine()
                .getOut()
                .println(correction.id() + "  " + place.determination()
                        + (place.issue() == 0 ? "" : ", issue " + place.issue()) + "\n    " + correction.sentence()
                        + correction
                                .withdrawn()
                                .map(at -> "\n    withdrawn " + at)
                                .orElse(""));
    }

    private int importFile(Path file) throws IOException {
        index.requireNoReplica();
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + ": no such file");
        }
        var content = CorrectionFile.read(
                Files.readString(file),
                FieldValues.bundled(),
                InstantSource.system().instant());
        if (!content.wrong().isEmpty()) {
            content.wrong().forEach(line -> print("precedent: " + file + ", " + line));
            print("nothing was imported; fix these lines and import the file again");
            return Main.FAILED;
        }
        try (var saved = SavedSearches.open(database.address(index), InstantSource.system())) {
            int added = saved.corrections().add(content.corrections());
            print("imported " + TerminalResults.count(added, "correction"));
            applyToIndex(saved.corrections().all());
            return Main.DONE;
        } catch (InvalidInputException e) {
            print("precedent: " + file + ": " + e.getMessage());
            return Main.FAILED;
        }
    }

    private int withdraw(String id) {
        index.requireNoReplica();
        try (var saved = SavedSearches.open(database.address(index), InstantSource.system())) {
            if (saved.corrections().withdraw(id).isEmpty()) {
                print("precedent: " + id + ": no correction with this ID; `precedent corrections` lists them");
                return Main.FAILED;
            }
            applyToIndex(saved.corrections().all());
            return Main.DONE;
        }
    }

    /** Applies corrections to the index. If another process holds the write lock, the server or the next ingest applies them. */
    private void applyToIndex(List<Correction> corrections) {
        var vocabularies = Vocabularies.bundled();
        var parser = new LetterParser(vocabularies);
        try (var engine = index.openExisting(vocabularies)) {
            int written = new CorrectionPass(engine, new Reparser(parser::parse))
                    .run(corrections, () -> IndexOption.writer(engine, InstantSource.system()));
            print("applied them to " + TerminalResults.count(written, "determination"));
        } catch (RuntimeException e) {
            print("stored; the running server or the next `precedent ingest` applies them (" + e.getMessage() + ")");
        }
    }

    private void print(String words) {
        spec.commandLine().getErr().println(words);
    }
}
