package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Decision;
import org.precedent.determination.Finding;
import org.precedent.determination.Issue;
import org.precedent.determination.Layout;
import org.precedent.determination.Located;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.reader.DocumentReader;
import org.precedent.parse.issue.DecisionPhrases;
import org.precedent.vocabulary.Vocabularies;

/**
 * Letters whose lines are cut off, duplicated, dropped, shuffled, rewrapped, or decoded in the wrong encoding: the parser never throws,
 * whatever it still reads is in the text, and no decision is reported that the intact letter does not contain. Covers written letters in
 * every layout and the real ones. {@code -Dseed=N} repeats a run, {@code -Drounds=N} sets its length.
 */
class DamageTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    /** The number of letters written for the tests, one per layout; they come first. */
    private static final int WRITTEN = 10;

    /** Damage that reorders or garbles lines, so that a heading may end up above the text of another issue. */
    private static final Set<String> DISORDER = Set.of("shuffled", "encoded", "letters");

    @TestFactory
    Stream<DynamicTest> damageDoesNotLie() {
        return Stream.of("cut", "doubled", "shuffled", "dropped", "wrapped", "joined", "encoded", "letters")
                .map(kind -> DynamicTest.dynamicTest(kind + ", seed " + SEED, () -> {
                    var random = new Random(SEED ^ kind.hashCode());
                    for (var letter : DamagedLetters.whole().entrySet()) {
                        var whole = parse(letter.getValue());
                        for (int i = 0; i < ROUNDS; i++) {
                            var damaged = DamagedLetters.damage(kind, random).apply(letter.getValue());
                            var place = letter.getKey() + ", " + kind + ", round " + i + ", seed " + SEED;
                            check(place, whole, damaged, !DISORDER.contains(kind) && layout(whole) != Layout.UNKNOWN);
                        }
                    }
                }));
    }

    @Test
    void newlyWrappedLettersKeepTheirIssues() {
        var random = new Random(SEED);
        DamagedLetters.whole()
                .forEach((name, text) -> assertEquals(
                        decisions(parse(text)),
                        decisions(parse(DamagedLetters.wrapped(text, 60 + random.nextInt(60)))),
                        () -> name + ", seed " + SEED));
    }

    @Test
    void aLetterInAnotherEncodingIsReadTheSame() {
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT)) {
            DamagedLetters.whole().forEach((name, text) -> {
                for (var bytes : DamagedLetters.encodings(text)) {
                    var read = assertInstanceOf(Extracted.Text.class, reader.read(name + ".txt", bytes), name);
                    assertEquals(decisions(parse(text)), decisions(parse(read.text())), name);
                }
            });
        }
    }

    @Test
    void aLetterCutInItsIssuesIsReportedAsCut() {
        var random = new Random(SEED);
        DamagedLetters.whole().forEach((name, text) -> {
            var issues = issues(parse(text));
            for (int i = 0; i < ROUNDS && !issues.isEmpty(); i++) {
                var issue = issues.get(random.nextInt(issues.size()));
                issue.rationale().ifPresent(rationale -> {
                    int at = issue.decision().span().end() + 1;
                    int cut = at + random.nextInt(Math.max(1, rationale.span().end() - at));
                    isReported(name + " cut at " + cut + ", seed " + SEED, text.substring(0, cut));
                });
            }
        });
    }

    @Test
    void ofTwoLettersInAFileTheFirstIsRead() {
        var random = new Random(SEED);
        var letters = List.copyOf(DamagedLetters.whole().entrySet());
        for (var first : letters) {
            var seconds = new ArrayList<>(letters.subList(0, WRITTEN));
            seconds.add(letters.get(random.nextInt(letters.size())));
            seconds.forEach(second -> ofTwo(first, second));
        }
    }

    /**
     * Concatenates two letters. Pairs whose second letter has no recognizable layout are skipped, because it would be taken for more
     * issues of the first.
     */
    private static void ofTwo(Map.Entry<String, String> first, Map.Entry<String, String> second) {
        var whole = parse(first.getValue());
        if (whole instanceof Parsed.Read && layout(parse(second.getValue())) != Layout.UNKNOWN) {
            var both = parse(first.getValue() + "\f" + second.getValue());
            var place = first.getKey() + " and " + second.getKey() + ", seed " + SEED;
            assertTrue(kinds(both).contains(Finding.Kind.SEVERAL_LETTERS), place);
            assertEquals(decisions(whole), decisions(both), place);
        }
    }

    @Test
    void nothingIsReadFromNothing() {
        for (var text : List.of(
                "", " \n\f\n ", "\u0000\ufeff", ": Upheld", "Claims Administrator guideline:", "x".repeat(100_000))) {
            assertTrue(parse(text) instanceof Parsed.Unreadable, text);
        }
    }

    /** A truncated letter must be reported as such, unless the cut happens to look like a regular end. */
    private static void isReported(String place, String cut) {
        var parsed = parse(cut);
        var last = issues(parsed).isEmpty()
                ? Optional.<String>empty()
                : issues(parsed).getLast().rationale().map(Located::value);
        boolean endsWhole = last.filter(DecisionPhrases::endsInConclusion)
                .filter(r -> r.matches("(?s).*[.?!\"\u201d)\\]*]"))
                .isPresent();
        assertTrue(
                endsWhole
                        || parsed instanceof Parsed.Unreadable
                        || kinds(parsed).contains(Finding.Kind.TRUNCATED),
                place);
    }

    private static void check(String place, Parsed whole, String text, boolean ordered) {
        var parsed = parse(text);
        Spans.check(text, parsed);
        for (var issue : issues(parsed)) {
            assertFalse(issue.request().value().isBlank(), place);
            if (ordered) {
                assertTrue(
                        issues(whole).stream().anyMatch(i -> isPartOf(issue, i)),
                        () -> place + ": " + issue.request().value() + ": "
                                + issue.decision().value() + "\n" + text);
            }
        }
    }

    /** The same decision and overlapping requests; if lines are lost, a heading may absorb preceding words. */
    private static boolean isPartOf(Issue part, Issue whole) {
        var words = new HashSet<>(List.of(tight(whole.request().value()).split(" ", -1)));
        var theirs = List.of(tight(part.request().value()).split(" ", -1));
        long common = theirs.stream().filter(words::contains).count();
        return part.decision().value() == whole.decision().value() && common > 0;
    }

    private static String tight(String request) {
        return request.replaceAll("[\\s-]+", " ").strip();
    }

    private static Parsed parse(String text) {
        return PARSER.parse(new Letter("letter.txt", "0", text, false));
    }

    private static List<Issue> issues(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Read read -> read.determination().issues();
            case Parsed.Unreadable unreadable -> List.of();
        };
    }

    private static Layout layout(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Read read -> read.determination().origin().layout();
            case Parsed.Unreadable unreadable -> Layout.UNKNOWN;
        };
    }

    private static List<Decision> decisions(Parsed parsed) {
        return issues(parsed).stream().map(i -> i.decision().value()).toList();
    }

    private static List<Finding.Kind> kinds(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Read read ->
                read.determination().findings().stream().map(Finding::kind).toList();
            case Parsed.Unreadable unreadable ->
                unreadable.findings().stream().map(Finding::kind).toList();
        };
    }
}
