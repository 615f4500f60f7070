package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.search.LetterBuilder;

/** Which forms and spellings of a word a search finds, and what counts as near in a proximity search. */
public abstract class WordFormsContract extends EngineContract {
    protected WordFormsContract(EngineFixture engines) {
        super(engines);
    }

    @BeforeEach
    void empty() {
        clear();
    }

    @Test
    void distinguishesStemmedWordsFromQuotedOnes() {
        put(
                LetterBuilder.letter("a")
                        .issue("Study", "There are red flags here.")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("Study", "One red flag was seen.")
                        .make());
        assertEquals(2, search("flag").total().issues());
        assertEquals(List.of("a"), ids(search("\"red flags\"")));
        assertEquals(List.of("b"), ids(search("\"red flag\"")));
        assertEquals(2, search("fla* AND red").total().issues());
    }

    @Test
    void readsCompoundsAndLevelsInAnySpelling() {
        put(
                LetterBuilder.letter("a")
                        .issue("Study", "Zebra X-rays at C5-6 were read.")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("Study", "Zebra x ray of C5-C6, 10/325mg on p. 303.")
                        .make());
        assertEquals(2, search("\"xray\" OR zebra").total().issues());
        assertEquals(2, search("zebra w/1 xray").total().issues());
        assertEquals(2, search("rationale:C5-C6").total().issues());
        assertEquals(List.of("b"), ids(search("10/325mg")));
        assertEquals(0, search("\"p. 30\"").total().issues());
        assertEquals(1, search("\"p. 303\"").total().issues());
    }

    @Test
    void measuresTheDistanceOfWords() {
        put(
                LetterBuilder.letter("a")
                        .issue("Study", "Alpha beta gamma delta. Epsilon zeta.")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("Study", "Delta in 2012.Thus alpha by Dr. Beta.")
                        .make());
        assertEquals(List.of("a"), ids(search("alpha w/3 delta")));
        assertEquals(0, search("alpha w/2 delta").total().issues());
        assertEquals(List.of("a"), ids(search("alpha pre/3 delta")));
        assertEquals(0, search("delta pre/9 alpha AND gamma").total().issues());
        assertEquals(List.of("a"), ids(search("alpha /s delta")));
        assertEquals(2, search("alpha /s beta").total().issues());
        assertEquals(2, search("alpha /p delta").total().issues());
        assertEquals(List.of("b"), ids(search("alpha NOT w/1 beta")));
    }
}
