package org.precedent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.reader.DocumentReader;
import org.precedent.json.Json;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.parse.evaluation.ParserEvaluation;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The {@code evaluate} command: measures precision and recall of the parser on manually labeled determinations.
 */
@Command(
        name = "evaluate",
        description = "Compare parsed determinations with an expected.jsonl: precision and recall per field, and"
                + " every miss.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
    private static final String EXPECTED = "expected.jsonl";

    @Parameters(paramLabel = "FOLDER", description = "holds " + EXPECTED + " and the files its \"file\" names")
    private Path folder;

    @Option(
            names = "--at-least",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "exit with 1 when a field's precision or recall is lower, 0 to 1 (default: 0)")
    private double atLeast;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var evaluation = new ParserEvaluation();
        var reader = new DocumentReader(DocumentOptions.DEFAULT.ignoringCopyRestriction());
        var parser = new LetterParser(Vocabularies.bundled());
        for (var letter : expected().entrySet()) {
            evaluation.add(letter.getKey(), letter.getValue(), read(reader, parser, letter.getKey()));
        }
        spec.commandLine().getOut().println(evaluation.report());
        return evaluation.scores().values().stream().allMatch(s -> s.precision() >= atLeast && s.recall() >= atLeast)
                ? Main.DONE
                : Main.FAILED;
    }

    private Map<String, Map<?, ?>> expected() throws IOException {
        var file = folder.resolve(EXPECTED);
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + ": no such file; expected one determination per" + " line");
        }
        var letters = new LinkedHashMap<String, Map<?, ?>>();
        int number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                var letter = letter(file + ": line " + number, line);
                letters.put(String.valueOf(letter.get("file")), letter);
            }
        }
        return letters;
    }

    private Map<?, ?> letter(String place, String line) {
        try {
            var letter = Json.read(line, Map.class);
            if (letter.get("file") instanceof String) {
                return letter;
            }
        } catch (Json.NotJson e) {
            throw new ParameterException(spec.commandLine(), place + ": not JSON: " + e.getMessage(), e);
        }
        throw new ParameterException(
                spec.commandLine(), place + ": expected a \"file\" that names the" + " determination's file");
    }

    private Parsed read(DocumentReader reader, LetterParser parser, String name) throws IOException {
        var file = folder.resolve(name);
        return switch (reader.read(name, Files.readAllBytes(file))) {
            case Extracted.Text text ->
                parser.parse(new Letter(file.getFileName().toString(), "", text.text(), text.scanned()));
            case Extracted.Rejected rejected -> {
                spec.commandLine().getErr().println(name + ": " + rejected.message());
                yield new Parsed.Unreadable(List.of());
            }
        };
    }
}
