package org.precedent.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Decision;
import org.precedent.lucene.LetterBuilder;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.SimilarIssue;
import org.precedent.vocabulary.Vocabularies;

class SimilarIssueFinderTest {
    private static final String STIFF = "Stiff fingers after a crushed knuckle were splinted.";

    @TempDir
    private Path folder;

    private LuceneEngine engine;

    @BeforeEach
    void write() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
        try (var writer = engine.writer()) {
            writer.put(LetterBuilder.letter("own")
                    .issue("MRI of the wrist", Decision.UPHELD, "MRI", "Wrist", STIFF)
                    .issue("Shoes", "Walking in soft shoes.")
                    .make());
            writer.put(LetterBuilder.letter("same")
                    .issue("MRI of the wrist", Decision.UPHELD, "MRI", "Wrist", STIFF)
                    .make());
            writer.put(LetterBuilder.letter("opposite")
                    .issue("MRI, wrist", Decision.OVERTURNED, "MRI", "Wrist", "A crushed knuckle, stiff for weeks.")
                    .make());
            for (int i = 0; i < 8; i++) {
                writer.put(LetterBuilder.letter("other" + i)
                        .issue("Pillow", Decision.UPHELD, "CT", "Knee", "Sleep was quiet with number n" + i + ".")
                        .make());
            }
            writer.commit();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void showsTheOppositeOutcomeFirst() {
        var similar = engine.similar("own", 1, 4);
        assertEquals(
                List.of("opposite", "same"),
                similar.stream().map(SimilarIssue::id).toList());
        assertEquals(Decision.OVERTURNED, similar.getFirst().decision());
    }

    @Test
    void namesWhatIsShared() {
        var shared = engine.similar("own", 1, 4).getFirst().shared();
        assertEquals(List.of("MRI", "Wrist"), shared.subList(0, 2));
        assertTrue(shared.contains("knuckle"), shared.toString());
    }

    @Test
    void findsNothingWhereNothingIsAlike() {
        assertEquals(List.of(), engine.similar("own", 2, 4));
        assertEquals(List.of(), engine.similar("own", 9, 4));
        assertEquals(List.of(), engine.similar("nobody", 1, 4));
    }
}
