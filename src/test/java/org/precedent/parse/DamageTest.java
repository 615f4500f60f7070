package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Decision;
import org.precedent.determination.Finding;
import org.precedent.vocabulary.Vocabularies;

/**
 * Letters whose lines are cut, doubled, shuffled, wrapped anew or read in a wrong encoding: nothing throws, and what is still
 * read stands in the text. {@code -Dseed=N} repeats a run.
 */
class DamageTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final int ROUNDS = 40;

    @TestFactory
    Stream<DynamicTest> damageDoesNotLie() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        var texts = texts();
        return Stream.of("cut", "doubled", "shuffled", "dropped", "wrapped", "joined", "encoded", "letters")
                .map(kind -> DynamicTest.dynamicTest(kind + ", seed " + seed, () -> {
                    var random = new Random(seed ^ kind.hashCode());
                    for (int i = 0; i < ROUNDS; i++) {
                        for (var text : texts) {
                            check(damage(kind, random).apply(text));
                        }
                    }
                }));
    }

    @Test
    void newlyWrappedLettersKeepTheirIssues() throws IOException {
        var random = new Random(7);
        for (var text : texts()) {
            var issues = decisions(parse(text));
            assertEquals(issues, decisions(parse(wrapped(text, 60 + random.nextInt(60)))), text);
        }
    }

    @Test
    void aLetterCutInItsRationaleIsReportedAsCut() throws IOException {
        var text = Files.readString(GoldenTest.FOLDER.resolve("l3b-header-in-pairs/letter.txt"));
        int rationale = text.indexOf("Locking and a positive");
        for (int at = rationale + 5; at < rationale + 60; at++) {
            assertTrue(kinds(parse(text.substring(0, at))).contains(Finding.Kind.TRUNCATED), "cut at " + at);
        }
    }

    @Test
    void nothingIsReadFromNothing() {
        for (var text : List.of(
                "", " \n\f\n ", "\u0000\ufeff", ": Upheld", "Claims Administrator guideline:", "x".repeat(100_000))) {
            assertTrue(parse(text) instanceof Parsed.Unreadable, text);
        }
    }

    private static UnaryOperator<String> damage(String kind, Random random) {
        return switch (kind) {
            case "cut" -> t -> t.substring(0, random.nextInt(t.length()));
            case "doubled" -> t -> lines(t, l -> l.add(random.nextInt(l.size()), l.get(random.nextInt(l.size()))));
            case "shuffled" ->
                t -> lines(t, l -> Collections.shuffle(l.subList(random.nextInt(l.size()), l.size()), random));
            case "dropped" ->
                t -> lines(t, l -> l.subList(0, random.nextInt(l.size())).removeIf(x -> random.nextInt(4) == 0));
            case "wrapped" -> t -> wrapped(t, 5 + random.nextInt(150));
            case "joined" -> t -> t.replaceAll("\\s+", random.nextBoolean() ? " " : "\n");
            case "encoded" ->
                t -> new String(t.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)
                        .substring(random.nextInt(2));
            default -> t -> swapped(t, random);
        };
    }

    private static String lines(String text, java.util.function.Consumer<List<String>> change) {
        var lines = new ArrayList<>(text.lines().toList());
        change.accept(lines);
        return String.join("\n", lines);
    }

    private static String swapped(String text, Random random) {
        var letters = new StringBuilder(text);
        for (int i = 0; i < 40; i++) {
            letters.setCharAt(random.nextInt(letters.length()), (char) random.nextInt(0x2100));
        }
        return letters.toString();
    }

    /** Paragraphs as they were, their lines of another width. */
    private static String wrapped(String text, int width) {
        var wrapped = new StringBuilder();
        int column = 0;
        for (var paragraph : text.split("\\n[ ]*\\n", -1)) {
            for (var word : paragraph.replaceAll("-\\n\\s*", "-").split("\\s+", -1)) {
                boolean breaks = column + word.length() > width
                        || word.startsWith("Claims")
                        || word.startsWith("HOW")
                        || word.startsWith("State(s)")
                        || word.startsWith("Certification(s)");
                wrapped.append(breaks ? "\n" : column > 0 ? " " : "").append(word);
                column = breaks ? word.length() : column + word.length() + 1;
            }
            wrapped.append("\n\n");
            column = 0;
        }
        return wrapped.toString();
    }

    private static void check(String text) {
        var parsed = parse(text);
        Spans.check(text, parsed);
        if (parsed instanceof Parsed.Read read) {
            read.determination()
                    .issues()
                    .forEach(i -> assertTrue(!i.request().value().isBlank()));
        }
    }

    private static Parsed parse(String text) {
        return PARSER.parse(new Letter("letter.txt", "0", text, false));
    }

    private static List<Decision> decisions(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Read read ->
                read.determination().issues().stream()
                        .map(i -> i.decision().value())
                        .toList();
            case Parsed.Unreadable unreadable -> List.of();
        };
    }

    private static List<Finding.Kind> kinds(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Read read ->
                read.determination().findings().stream().map(Finding::kind).toList();
            case Parsed.Unreadable unreadable ->
                unreadable.findings().stream().map(Finding::kind).toList();
        };
    }

    private static List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        for (var folder : GoldenTest.letters()) {
            texts.add(Files.readString(folder.resolve("letter.txt")));
        }
        return texts;
    }
}
