package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Located;
import org.precedent.determination.Subject;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

/**
 * Similar disputes, measured over all real determinations: the first one shown is about the same dispute if any other issue is, and
 * unrelated issues are never shown.
 */
class SimilarDisputesMeasureTest {
    private static final double GOAL = 0.95;

    @TempDir
    private Path folder;

    private final Map<String, List<Subject>> subjects = new HashMap<>();

    @Test
    void showsATruePeerFirstAndOnlyPeers() throws IOException {
        if (!Files.isDirectory(RelevanceTest.REAL)) {
            assertNotEquals("true", System.getenv("CI"), "the real letters are missing: " + RelevanceTest.REAL);
            return;
        }
        var vocabularies = Vocabularies.bundled();
        try (var engine = LuceneEngine.open(folder, vocabularies)) {
            RelevanceTest.ingest(engine, vocabularies);
            read(engine);
            int having = 0;
            int first = 0;
            var unlike = new ArrayList<String>();
            for (var letter : subjects.entrySet()) {
                for (int i = 0; i < letter.getValue().size(); i++) {
                    var own = letter.getValue().get(i);
                    var similar = engine.findSimilar(letter.getKey(), i + 1, 6);
                    var place = letter.getKey() + "#" + (i + 1);
                    similar.stream()
                            .filter(s -> !isLike(own, subject(s.id(), s.number())))
                            .forEach(s -> unlike.add(place + brief(own) + " shows " + s.id() + "#" + s.number()
                                    + brief(subject(s.id(), s.number()))));
                    if (hasPeer(letter.getKey(), own)) {
                        having++;
                        first += Optional.of(similar)
                                        .filter(s -> !s.isEmpty())
                                        .map(List::getFirst)
                                        .filter(s -> isPeer(own, subject(s.id(), s.number())))
                                        .isPresent()
                                ? 1
                                : 0;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "similar disputes: of %d issues with a true peer %d show one first (%.1f%%)%n",
                    having,
                    first,
                    100.0 * first / having);
            assertEquals(List.of(), unlike);
            assertTrue(first >= GOAL * having, first + " of " + having);
        }
    }

    private static String brief(Subject s) {
        return " (" + s.modalities().stream().map(Located::value).toList()
                + s.regions().stream().map(Located::value).toList()
                + s.subcategory().map(Located::value).orElse("-")
                + s.items().stream().map(Located::value).toList() + ")";
    }

    private void read(SearchEngine engine) {
        var ids = new ArrayList<String>();
        engine.export(Search.of(new Query.Everything()), hit -> ids.add(hit.id()));
        for (var id : ids) {
            var letter =
                    engine.findLetter(id, new Query.Everything()).orElseThrow().determination();
            subjects.put(id, letter.issues().stream().map(i -> i.subject()).toList());
        }
    }

    private Subject subject(String id, int number) {
        return subjects.getOrDefault(id, List.of()).get(number - 1);
    }

    private boolean hasPeer(String id, Subject own) {
        return subjects.entrySet().stream()
                .filter(e -> !e.getKey().equals(id))
                .anyMatch(e -> e.getValue().stream().anyMatch(other -> isPeer(own, other)));
    }

    /**
     * For imaging of a body region: the same kind of imaging of the same region. Otherwise the same item or, if none is named, the same
     * subcategory.
     */
    private static boolean isPeer(Subject own, Subject other) {
        if (!own.modalities().isEmpty() && !own.regions().isEmpty()) {
            return isSameStudy(own, other);
        }
        return own.items().isEmpty() ? isSameSubcategory(own, other) : share(own.items(), other.items());
    }

    private static boolean isLike(Subject own, Subject other) {
        return isSameStudy(own, other) || isSameSubcategory(own, other) || share(own.items(), other.items());
    }

    private static boolean isSameStudy(Subject own, Subject other) {
        return share(own.modalities(), other.modalities()) && share(own.regions(), other.regions());
    }

    private static boolean isSameSubcategory(Subject own, Subject other) {
        return own.subcategory().isPresent()
                && own.subcategory()
                        .map(Located::value)
                        .equals(other.subcategory().map(Located::value));
    }

    private static boolean share(List<Located<String>> own, List<Located<String>> other) {
        return !Collections.disjoint(
                own.stream().map(Located::value).toList(),
                other.stream().map(Located::value).toList());
    }
}
