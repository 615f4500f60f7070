package org.precedent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.precedent.vocabulary.Vocabularies;

class NeighborsTest {
    private static final Tokenizer TOKENIZER = new Tokenizer(Vocabularies.bundled());
    private static final Neighbors NEIGHBORS = new Neighbors(TOKENIZER, new Synonyms(TOKENIZER));

    @Test
    void aLayWordHasItsClassAndTheMembersOfIt() {
        var near = of("painkiller").getFirst();
        assertTrue(near.contains(TOKENIZER.stems("opioid")), near.toString());
        assertTrue(near.contains(TOKENIZER.stems("oxycodone")), near.toString());
    }

    @Test
    void theLongestExpressionCounts() {
        assertEquals(1, of("pinched", "nerve").size());
        assertTrue(of("pinched", "nerve").getFirst().contains(TOKENIZER.stems("radiculopathy")));
        assertEquals(List.of(), of("nerve"));
    }

    @Test
    void isNotSymmetric() {
        assertEquals(List.of(), of("radiculopathy"));
    }

    @Test
    void noExpressionContainsAFunctionWord() {
        NEIGHBORS.typed().forEach(stems -> {
            assertFalse(stems.isEmpty());
            assertFalse(stems.stream().anyMatch(StopWords::contains), stems.toString());
        });
    }

    private static List<List<List<String>>> of(String... words) {
        return NEIGHBORS.sequences(Stream.of(words).map(TOKENIZER::stems).toList());
    }
}
