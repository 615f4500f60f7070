package org.precedent.cli;

import java.util.concurrent.Callable;
import org.precedent.cli.option.InputOptions;
import org.precedent.determination.DeterminationJson;
import org.precedent.document.DocumentOptions;
import org.precedent.document.source.Source;
import org.precedent.ingest.LetterRead;
import org.precedent.json.Json;
import org.precedent.vocabulary.Vocabularies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Prints determinations as parsed. Nothing is stored, so copy restrictions in PDF files do not apply.
 */
@Command(
        name = "parse",
        description = "Parse determinations and print each as one line of JSON; nothing is indexed.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ParseCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input;

    @Spec
    private CommandSpec spec;

    private int exitCode = Main.DONE;

    @Override
    public Integer call() {
        var reader = input.reader(Vocabularies.bundled(), DocumentOptions.DEFAULT.ignoringCopyRestriction());
        reader.readAll(input.paths(), input.ingestOptions(), this::print);
        spec.commandLine().getOut().flush();
        return exitCode;
    }

    private void print(Source source, LetterRead read) {
        switch (read) {
            case LetterRead.Read letter ->
                spec.commandLine().getOut().println(Json.write(DeterminationJson.toMap(letter.determination())));
            case LetterRead.Refused refused -> {
                spec.commandLine().getErr().println("rejected " + source.path() + ": " + refused.message());
                exitCode = Main.FAILED;
            }
            case LetterRead.Known known -> throw new IllegalStateException("nothing is known: " + known);
        }
    }
}
