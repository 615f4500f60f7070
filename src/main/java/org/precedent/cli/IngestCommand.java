package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.precedent.cli.option.DatabaseOption;
import org.precedent.cli.option.IndexOption;
import org.precedent.cli.option.InputOptions;
import org.precedent.cli.option.TakedownOption;
import org.precedent.cli.output.ErrorExplanation;
import org.precedent.cli.output.IngestProgress;
import org.precedent.cli.output.IngestSummary;
import org.precedent.cli.output.ReportFile;
import org.precedent.cli.output.Terminal;
import org.precedent.cli.output.TerminalResults;
import org.precedent.cli.output.WritingCommand;
import org.precedent.determination.Origin;
import org.precedent.ingest.CorrectionPass;
import org.precedent.ingest.FileResult.Status;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.IngestOptions.Keeping;
import org.precedent.ingest.IngestReport;
import org.precedent.ingest.OriginalStore;
import org.precedent.ingest.Reparser;
import org.precedent.parse.LetterParser;
import org.precedent.search.LetterWriter;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Ingests determinations into the index.
 */
@Command(
        name = "ingest",
        description = "Add determinations to the index. Files already in it are not parsed again.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class IngestCommand implements Callable<Integer>, WritingCommand {
    @Mixin
    private IndexOption index;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private InputOptions input;

    @Mixin
    private TakedownOption takedown;

    @Option(
            names = "--batch",
            paramLabel = "NUMBER",
            defaultValue = "10000",
            description = "determinations per commit; committed ones are searchable and survive a crash (default:"
                    + " ${DEFAULT-VALUE})")
    private int batch;

    @Option(names = "--no-originals", description = "do not keep the original files; pages then show only the text")
    private boolean noOriginals;

    @Option(names = "--report", paramLabel = "FILE", description = "write the result of every file as JSON")
    private @Nullable Path reportFile;

    @Spec
    private CommandSpec spec;

    @Override
    public Path target() {
        return index.lucene();
    }

    @Override
    public Integer call() throws IOException {
        index.requireNoReplica();
        var paths = input.paths();
        var options = options();
        var err = spec.commandLine().getErr();
        var progress = new IngestProgress(err);
        var listener = Terminal.isStderrTerminal() ? progress : IngestListener.NONE;
        var vocabularies = Vocabularies.bundled();
        IngestReport report;
        try (var engine = index.open(vocabularies);
                var plain = IndexOption.writer(engine, InstantSource.system())) {
            // loaded with the write lock held: a server that was applying corrections has finished by then
            var corrections = StoredCorrections.load(database.address(index), takedown.takedown(index)::contains);
            var writer = corrections.wrap(plain);
            correct(engine, writer, corrections);
            var reader = input.reader(vocabularies, input.documentOptions());
            report = reporting(
                    listener, heard -> Ingest.run(paths, reader, writer, id -> origin(engine, id), options, heard));
        } finally {
            progress.clear();
        }
        IngestSummary.print(report, err);
        LastIngest.save(index.lucene(), report, Instant.now());
        return report.count(Status.REJECTED) == report.reasons().getOrDefault(Ingest.TAKEN_DOWN, 0L)
                ? Main.DONE
                : Main.FAILED;
    }

    /** Applies recent corrections to determinations that this run does not read again. */
    private void correct(SearchEngine engine, LetterWriter writer, StoredCorrections corrections) {
        int corrected = new CorrectionPass(engine, new Reparser(new LetterParser(Vocabularies.bundled())::parse))
                .run(corrections.all(), writer);
        if (corrected > 0) {
            spec.commandLine()
                    .getErr()
                    .println("applied corrections to " + TerminalResults.count(corrected, "determination"));
        }
    }

    private IngestOptions options() throws IOException {
        if (batch < 1) {
            throw new ParameterException(spec.commandLine(), "--batch: expected 1 or more, got " + batch);
        }
        return input.ingestOptions()
                .withBatch(batch)
                .withTakedown(takedown.takedown(index))
                .with(keeping());
    }

    /** What to keep of the files; with redaction, neither the file nor its name is kept. */
    private Keeping keeping() {
        return input.isRedacting()
                ? Keeping.NOTHING
                : new Keeping(
                        Optional.of(index.paths()),
                        noOriginals ? Optional.empty() : Optional.of(new OriginalStore(index.originals())));
    }

    private interface Run {
        IngestReport run(IngestListener listener);
    }

    private IngestReport reporting(IngestListener listener, Run run) throws IOException {
        if (reportFile == null) {
            return run.run(listener);
        }
        try (var file = ReportFile.open(reportFile, listener)) {
            var report = reporting(file, run);
            file.end(report);
            return report;
        }
    }

    private IngestReport reporting(ReportFile file, Run run) {
        try {
            return run.run(file);
        } catch (RuntimeException e) {
            try {
                file.fail(ErrorExplanation.explain(e, this));
            } catch (IOException unwritten) {
                e.addSuppressed(unwritten);
            }
            throw e;
        }
    }

    private static Optional<Origin> origin(SearchEngine engine, String id) {
        return engine.findLetter(id, new Query.Everything())
                .map(letter -> letter.determination().origin());
    }
}
