package org.precedent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.precedent.bench.letters.GeneratedLetters;
import org.precedent.bench.letters.LetterOutput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes fictional letters for benchmarks.
 */
@Command(
        name = "generate-letters",
        description = "Writes invented letters in the real layouts, the same for the same seed.",
        mixinStandardHelpOptions = true)
final class GenerateLetters implements Callable<Integer> {
    @Option(names = "--letters", defaultValue = "1000", description = "how many (default ${DEFAULT-VALUE})")
    private long letters;

    @Option(names = "--seed", defaultValue = "1", description = "which ones (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            description = "a file ending .jsonl (an object with id, source and text a line) or .zip, else a folder")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        long issues = 0;
        long characters = 0;
        try (var output = LetterOutput.to(out)) {
            var generator = new GeneratedLetters(seed);
            for (long i = 0; i < letters; i++) {
                var letter = generator.letter(i);
                output.write(letter);
                issues += letter.issues();
                characters += letter.text().length();
            }
        }
        System.err.printf(
                "%d letters, %d issues, %d characters in %.1f s%n",
                letters, issues, characters, (System.nanoTime() - start) / 1e9);
        return 0;
    }

    public static void main(String... args) {
        System.exit(new CommandLine(new GenerateLetters()).execute(args));
    }
}
