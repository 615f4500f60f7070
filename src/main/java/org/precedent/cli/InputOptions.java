package org.precedent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.precedent.document.DocumentOptions;
import org.precedent.document.DocumentReader;
import org.precedent.ingest.LetterReader;
import org.precedent.parse.LetterParser;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Which letters to read, and how.
 */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "files (PDF, text, HTML, DOCX, .jsonl), folders, .zip archives")
    private List<Path> paths;

    @Option(
            names = "--ignore-copy-restriction",
            description = "read PDFs whose owner flag forbids copying: you state that you may")
    boolean ignoreCopyRestriction;

    @Option(names = "--ocr", description = "recognise the text of scanned PDFs by an installed tesseract")
    private boolean ocr;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /**
     * The paths given.
     *
     * @throws ParameterException when one of them is not there
     */
    List<Path> paths() {
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(spec.commandLine(), path + ": no such file or folder");
            }
        }
        return paths;
    }

    LetterReader reader(Vocabularies vocabularies, DocumentOptions documents) {
        var options = ocr ? documents.withOcr("tesseract") : documents;
        return new LetterReader(new DocumentReader(options), new LetterParser(vocabularies)::parse);
    }

    /**
     * What the operator allows.
     */
    DocumentOptions documents() {
        return ignoreCopyRestriction ? DocumentOptions.DEFAULT.ignoringCopyRestriction() : DocumentOptions.DEFAULT;
    }
}
