package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reviewer;
import org.precedent.parse.reviewer.ReviewerParserTest;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * Every term of every vocabulary occurs in a written letter, a bundled sample, or a test table, so that no term is untested.
 */
class VocabularyCoverageTest {
    private static final Vocabularies BUNDLED = Vocabularies.bundled();
    private static final LetterParser PARSER = new LetterParser(BUNDLED);
    private static final Map<String, Set<String>> SEEN_LABELS = new HashMap<>();

    @BeforeAll
    static void meet() throws IOException {
        for (var folder : GoldenTest.letters()) {
            letter(folder.resolve("letter.txt"));
        }
        try (var samples = Files.list(Path.of("src/main/resources/samples"))) {
            samples.filter(f -> f.toString().endsWith(".txt") && !f.endsWith("index.txt"))
                    .forEach(VocabularyCoverageTest::letter);
        }
        Stream.of("requests", "phrases", "items").flatMap(ParseTable::rows).forEach(VocabularyCoverageTest::request);
        ParseTable.rows("citations").forEach(VocabularyCoverageTest::citations);
        ParseTable.rows("credentials").map(ReviewerParserTest::read).forEach(VocabularyCoverageTest::reviewer);
    }

    @TestFactory
    Stream<DynamicTest> noTermIsDead() {
        return Stream.of(
                        BUNDLED.modality(),
                        BUNDLED.region(),
                        BUNDLED.treatment(),
                        BUNDLED.guideline(),
                        BUNDLED.specialty(),
                        LetterWords.bundled().state())
                .map(v -> DynamicTest.dynamicTest(v.name(), () -> assertEquals(List.of(), unmet(v))));
    }

    private static List<String> unmet(Vocabulary vocabulary) {
        var met = SEEN_LABELS.getOrDefault(vocabulary.name(), Set.of());
        return vocabulary.terms().stream()
                .map(Term::label)
                .filter(l -> !met.contains(l))
                .toList();
    }

    private static void letter(Path file) {
        switch (PARSER.parse(new Letter(file.getFileName().toString(), "0", text(file), false))) {
            case Parsed.Read read -> letter(read.determination());
            case Parsed.Unreadable unreadable -> {}
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void letter(Determination letter) {
        reviewer(letter.reviewer());
        letter.issues().forEach(VocabularyCoverageTest::issue);
    }

    private static void reviewer(Reviewer reviewer) {
        addSeen("specialty", reviewer.specialties());
        addSeen("state", reviewer.licensure());
    }

    private static void issue(Issue issue) {
        var subject = issue.subject();
        addSeen("modality", subject.modalities());
        addSeen("region", subject.regions());
        addSeen("treatment", subject.treatment().stream().toList());
        addSeen("treatment", subject.subcategory().stream().toList());
        for (var line : List.of(issue.reviewerGuidelines(), issue.administratorGuidelines())) {
            line.citations().forEach(c -> citation(c.family(), c.title()));
        }
    }

    private static void request(String row) {
        var cells = row.split("\t", -1);
        Arrays.stream(cells[1].split(",", -1)).forEach(m -> addSeen("modality", m));
        Arrays.stream(cells[2].split(",", -1)).forEach(r -> addSeen("region", r));
        Arrays.stream(cells).skip(4).limit(2).forEach(t -> addSeen("treatment", t));
    }

    private static void citations(String row) {
        for (var citation : row.substring(row.indexOf('\t') + 1).split(" \\|\\| ", -1)) {
            var parts = citation.split(";", -1);
            if (parts.length > 1) {
                citation(parts[0], Optional.of(parts[1]).filter(t -> !t.isEmpty()));
            }
        }
    }

    private static void citation(String family, Optional<String> title) {
        addSeen("guideline", family);
        title.ifPresent(t -> addSeen("guideline", family + " " + t));
    }

    private static void addSeen(String vocabulary, List<Located<String>> values) {
        values.forEach(v -> addSeen(vocabulary, v.value()));
    }

    private static void addSeen(String vocabulary, String label) {
        SEEN_LABELS.computeIfAbsent(vocabulary, v -> new HashSet<>()).add(label);
    }
}
