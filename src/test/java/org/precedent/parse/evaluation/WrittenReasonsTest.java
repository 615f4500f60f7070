package org.precedent.parse.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.determination.Located;
import org.precedent.parse.reason.ReasonReader;
import org.precedent.parse.request.RequestSubject;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.ReasonCues;
import org.precedent.vocabulary.Vocabularies;

/**
 * Reasons found in rationales that were written and labeled before the cues were tried on them. The last sections of the file are by
 * writers who had not seen the cues and used unfamiliar wordings and styles, from telegraphic to ornate.
 */
class WrittenReasonsTest {
    private static final Path FILE = Path.of("src/test/resources/parse/written-reasons.tsv");
    private static final String UNFAMILIAR = "# -- unfamiliar";
    private static final double MIN_SCORE = 0.83;
    private static final double MIN_UNFAMILIAR_SCORE = 0.65;

    private final ReasonReader reader = new ReasonReader(ReasonCues.bundled());
    private final Lexicon lexicon = Lexicon.of(Vocabularies.bundled());

    @Test
    void theReasonsOfWrittenRationalesAreRecognized() {
        var rows = rows(lines().takeWhile(line -> !line.startsWith(UNFAMILIAR)));
        for (int half = 0; half < 2; half++) {
            var evaluation = new ReasonEvaluation();
            for (int i = half; i < rows.size(); i += 2) {
                add(evaluation, i, rows.get(i));
            }
            assertTrue(evaluation.total().f1() >= MIN_SCORE, evaluation.total() + "\n" + evaluation.misses());
        }
    }

    @Test
    void theReasonsOfUnfamiliarWordingsAreMostlyRecognized() {
        var rows = rows(lines().dropWhile(line -> !line.startsWith(UNFAMILIAR)));
        var evaluation = new ReasonEvaluation();
        for (int i = 0; i < rows.size(); i++) {
            add(evaluation, i, rows.get(i));
        }
        System.out.println("unfamiliar wordings:" + evaluation.report());
        assertTrue(evaluation.total().f1() >= MIN_UNFAMILIAR_SCORE, evaluation.total() + "\n" + evaluation.misses());
    }

    @Test
    void everyGroundIsAmongThem() {
        assertEquals(
                18,
                rows(lines()).stream()
                        .flatMap(row -> List.of(row.get(2).split(";", -1)).stream())
                        .distinct()
                        .count());
    }

    private void add(ReasonEvaluation evaluation, int number, List<String> row) {
        evaluation.add(
                "row " + number + ", " + row.get(1),
                Map.of("reasons", List.of(row.get(2).split(";", -1))),
                Map.of("reasons", found(row)));
    }

    private List<Map<String, String>> found(List<String> row) {
        var decision = row.get(0).equals(Decision.UPHELD.label()) ? Decision.UPHELD : Decision.OVERTURNED;
        return reader.read(row.get(3), disputed(row.get(1)), decision).stream()
                .map(mention -> Map.of(
                        "code", mention.reason().id(), "text", row.get(3).substring(mention.start(), mention.end())))
                .toList();
    }

    /** The request with generic names added, as the letter parser passes it to the reader. */
    private String disputed(String request) {
        var subject = RequestSubject.read(lexicon.facets(), lexicon.words(), request);
        return Stream.concat(
                        Stream.of(request),
                        Stream.concat(subject.items().stream(), subject.subcategory().stream())
                                .map(Located::value))
                .collect(Collectors.joining(" "));
    }

    private static List<List<String>> rows(Stream<String> lines) {
        return lines.filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(FILE).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
