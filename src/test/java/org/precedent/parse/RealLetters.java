package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.reader.DocumentReader;
import org.precedent.json.Json;
import org.precedent.vocabulary.Vocabularies;

/**
 * Real letters labeled by people, from {@code -Dletters=FOLDER} or else {@code ../shared/determinations} next to the checkout.
 */
public final class RealLetters {
    /** The folder with {@code expected.jsonl} and the letters. */
    public static final Path FOLDER = Path.of(System.getProperty("letters", "../shared/determinations"));

    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final DocumentReader READER = new DocumentReader(DocumentOptions.DEFAULT.ignoringCopyRestriction());

    private static final Map<Path, String> TEXTS = new ConcurrentHashMap<>();

    private RealLetters() {}

    /**
     * Whether the letters exist. Fails if they are missing on a machine that must have them.
     */
    public static boolean areThere() {
        if (Files.isRegularFile(FOLDER.resolve("expected.jsonl"))) {
            return true;
        }
        if ("true".equals(System.getenv("CI"))) {
            fail(FOLDER.toAbsolutePath() + ": no expected.jsonl, and CI=true: put the real letters there");
        }
        System.out.println("real letters: not run, for there is no " + FOLDER.toAbsolutePath());
        return false;
    }

    /**
     * The labels by file name, in file order.
     */
    public static Map<String, Map<?, ?>> expected() {
        var expected = new LinkedHashMap<String, Map<?, ?>>();
        for (var line : lines(FOLDER.resolve("expected.jsonl"))) {
            var letter = Json.read(line, Map.class);
            expected.put(String.valueOf(letter.get("file")), letter);
        }
        return expected;
    }

    /**
     * Text files of the same letters from another extractor, in one of its styles.
     */
    static List<Path> texts(String style) {
        var folder = FOLDER.resolve("letters-as-text").resolve(style);
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    /** The text of a letter; cached because several tests need it. */
    public static String text(Path file) {
        return TEXTS.computeIfAbsent(file, RealLetters::extracted);
    }

    private static String extracted(Path file) {
        try {
            return switch (READER.read(file.getFileName().toString(), Files.readAllBytes(file))) {
                case Extracted.Text text -> text.text();
                case Extracted.Rejected rejected -> fail(file + ": " + rejected.message());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static Parsed parsed(Path file) {
        return PARSER.parse(new Letter(file.getFileName().toString(), "0", text(file), false));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
