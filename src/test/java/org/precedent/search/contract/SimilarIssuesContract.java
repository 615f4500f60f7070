package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.search.LetterBuilder;
import org.precedent.search.SimilarIssue;

public abstract class SimilarIssuesContract extends EngineContract {
    protected SimilarIssuesContract(EngineFixture engines) {
        super(engines);
    }

    private static final String STIFF = "Stiff fingers after a crushed knuckle were splinted.";

    @BeforeAll
    void write() {
        var letters = new ArrayList<Determination>();
        letters.add(LetterBuilder.letter("own")
                .issue("MRI of the wrist", Decision.UPHELD, "MRI", "Wrist", STIFF)
                .issue("Shoes", "Walking in soft shoes.")
                .make());
        letters.add(LetterBuilder.letter("same")
                .issue("MRI of the wrist", Decision.UPHELD, "MRI", "Wrist", STIFF)
                .make());
        letters.add(LetterBuilder.letter("opposite")
                .issue("MRI, wrist", Decision.OVERTURNED, "MRI", "Wrist", "A crushed knuckle, stiff for weeks.")
                .make());
        for (int i = 0; i < 8; i++) {
            letters.add(LetterBuilder.letter("other" + i)
                    .issue("Pillow", Decision.UPHELD, "CT", "Knee", "Sleep was quiet with number n" + i + ".")
                    .make());
        }
        put(letters.toArray(Determination[]::new));
    }

    @Test
    void showsTheOppositeOutcomeFirst() {
        var similar = engine().findSimilar("own", 1, 4);
        assertEquals(
                List.of("opposite", "same"),
                similar.stream().map(SimilarIssue::id).toList());
        assertEquals(Decision.OVERTURNED, similar.getFirst().decision());
    }

    @Test
    void namesWhatIsShared() {
        var shared = engine().findSimilar("own", 1, 4).getFirst().shared();
        assertEquals(List.of("MRI", "Wrist"), shared.subList(0, 2));
        assertTrue(shared.contains("knuckle"), shared.toString());
    }

    @Test
    void findsNothingIfNothingIsSimilar() {
        assertEquals(List.of(), engine().findSimilar("own", 2, 4));
        assertEquals(List.of(), engine().findSimilar("own", 9, 4));
        assertEquals(List.of(), engine().findSimilar("nobody", 1, 4));
    }
}
