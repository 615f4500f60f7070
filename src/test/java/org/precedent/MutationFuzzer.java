package org.precedent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Mutates the inputs of a corpus at random and runs a check on each, a bounded number of times. {@code -Dseed=N} repeats a run; a
 * failure reports seed and input.
 */
public final class MutationFuzzer {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Path FOLDER = Path.of("src/test/resources/fuzz");
    private static final String UNUSUAL_CHARACTERS =
            "\u0000\u0001\u001b\u007f\u00a0\u00ad\u0301\u200b\u200f\u2028\u202e\u2066\ufeff\ufffd\ud800\udc00İßﬁ";

    private final List<String> corpus;
    private final List<String> words;
    private final Random random = new Random(SEED);

    /**
     * Creates a fuzzer.
     *
     * @param corpus initial inputs
     * @param words tokens that are meaningful to the code under test, to be inserted
     */
    public MutationFuzzer(List<String> corpus, List<String> words) {
        this.corpus = corpus;
        this.words = words;
    }

    /**
     * The lines of a corpus file.
     */
    public static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The contents of all text files in these folders.
     */
    public static List<String> texts(Path... folders) {
        return Stream.of(folders)
                .flatMap(folder -> TestFolders.files(folder).stream())
                .filter(file -> file.toString().endsWith(".txt"))
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /**
     * Whether an input could come from outside; unpaired surrogates could not, because they cannot be encoded as bytes.
     */
    public static boolean isText(String input) {
        return input.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /**
     * Checks every input of the corpus unchanged, then {@code executions} mutated inputs.
     */
    public void run(int executions, Consumer<String> check) {
        corpus.forEach(input -> check(input, check));
        for (int i = 0; i < executions; i++) {
            var input = new StringBuilder(pick(corpus));
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                change(input);
            }
            check(input.toString(), check);
        }
    }

    private static void check(String input, Consumer<String> check) {
        try {
            check.accept(input);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new AssertionError("seed " + SEED + ", input: " + input, e);
        }
    }

    private void change(StringBuilder input) {
        int at = random.nextInt(input.length() + 1);
        int end = Math.min(input.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 4));
        switch (random.nextInt(8)) {
            case 0 -> input.delete(at, end);
            case 1 -> input.insert(at, UNUSUAL_CHARACTERS.charAt(random.nextInt(UNUSUAL_CHARACTERS.length())));
            case 2 -> input.insert(at, (char) (' ' + random.nextInt(95)));
            case 3 -> input.insert(at, pick(words));
            case 4 -> input.insert(at, input.substring(at, end).repeat(1 + random.nextInt(8)));
            case 5 -> splice(input, at);
            case 6 -> input.replace(at, end, pick(words));
            default -> flip(input, at);
        }
    }

    // replaces the rest of the input with the end of another one
    private void splice(StringBuilder input, int at) {
        var other = pick(corpus);
        input.replace(at, input.length(), other.substring(random.nextInt(other.length() + 1)));
    }

    private void flip(StringBuilder input, int at) {
        if (at < input.length()) {
            input.setCharAt(at, (char) (input.charAt(at) ^ (1 << random.nextInt(8))));
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
