package org.precedent.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.precedent.document.DocumentOptions;
import org.precedent.document.reader.DocumentReader;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.LetterReader;
import org.precedent.parse.LetterParser;
import org.precedent.parse.LetterParser.Redaction;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Options for which files to read, and how.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "files (PDF, text, HTML, DOCX, e-mail, .jsonl), folders, .zip archives")
    private List<Path> paths;

    @Option(
            names = "--ignore-copy-restriction",
            description = "read PDFs whose owner flag forbids copying; by using it you state that you may")
    boolean ignoreCopyRestriction;

    @Option(
            names = "--follow-links",
            description = "follow symbolic links out of the given folders (default: reject them)")
    private boolean followLinks;

    @Option(names = "--ocr", description = "recognize the text of scanned pages with an installed tesseract")
    private boolean ocr;

    @Option(names = "--redact", description = "replace what looks like a person's name, number or address by a mark")
    private boolean redact;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The input paths.
     *
     * @throws ParameterException if one of them does not exist
     */
    public List<Path> paths() {
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), path + ": no such file or folder");
            }
        }
        return paths;
    }

    public LetterReader reader(Vocabularies vocabularies, DocumentOptions documents) {
        var options = ocr ? documents.withOcr("tesseract") : documents;
        var parser = new LetterParser(vocabularies);
        return new LetterReader(
                new DocumentReader(options),
                letter -> parser.parse(letter, redact ? Redaction.TEXT_AND_NAME : Redaction.NONE));
    }

    /**
     * Ingest options, including whether to follow symbolic links.
     */
    public IngestOptions ingestOptions() {
        var usual = IngestOptions.defaults();
        return followLinks ? usual.with(usual.limits().followingLinks()) : usual;
    }

    /**
     * Whether data that identifies a person must not be stored.
     */
    public boolean isRedacting() {
        return redact;
    }

    /**
     * Options for reading documents.
     */
    public DocumentOptions documentOptions() {
        return ignoreCopyRestriction ? DocumentOptions.DEFAULT.ignoringCopyRestriction() : DocumentOptions.DEFAULT;
    }
}
