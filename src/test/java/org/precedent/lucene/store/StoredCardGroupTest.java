package org.precedent.lucene.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;
import org.precedent.search.LetterBuilder;
import org.precedent.search.LetterHit.IngestTimes;

class StoredCardGroupTest {
    private static final IngestTimes TIMES = new IngestTimes(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2));

    @Test
    void givesBackEveryCardWithOneReader() throws IOException, URISyntaxException {
        var reader = new CardCompression();
        for (var letter : StoredDeterminationTest.samples()) {
            checkCards(letter, reader);
        }
    }

    @Test
    void keepsTextsLongerThanTheDictionaryReaches() {
        var letter = LetterBuilder.letter("a")
                .summary("The same words again. ".repeat(5_000))
                .issue("MRI", "A reason of its own. ".repeat(5_000))
                .issue("X-ray", "")
                .make();
        checkCards(letter, new CardCompression());
    }

    @Test
    void keepsCardsWithoutASummary() {
        var letter = LetterBuilder.letter("a").issue("MRI", "äöü €").make();
        assertEquals(Optional.empty(), group(letter, new CardCompression()).summary());
        checkCards(letter, new CardCompression());
    }

    @Test
    void takesHalfOfThePlainForm() throws IOException, URISyntaxException {
        long plain = 0;
        long compressed = 0;
        for (var letter : StoredDeterminationTest.samples()) {
            var cards = plain(letter);
            plain += cards.bytes().length;
            compressed += cards.compressed().length;
        }
        assertTrue(compressed < 0.5 * plain, compressed + " bytes of " + plain);
    }

    @Test
    void refusesDamagedBytes() {
        var cards = plain(LetterBuilder.letter("a").issue("MRI", "reason").make());
        var longer = CardCompression.compress(cards.bytes(), cards.bytes().length + 1);
        var reader = new CardCompression();
        var refused = assertThrows(IllegalStateException.class, () -> new StoredCardGroup(reader, longer));
        assertTrue(String.valueOf(refused.getMessage()).contains("damaged"), refused.getMessage());
        var whole = cards.compressed();
        var cut = new BytesRef(Arrays.copyOf(whole.bytes, whole.length - 5));
        assertThrows(RuntimeException.class, () -> new StoredCardGroup(reader, cut).plain());
    }

    private static void checkCards(Determination letter, CardCompression reader) {
        var group = group(letter, reader);
        assertEquals(plain(letter).bytes(), group.plain());
        assertEquals(card(letter), group.letter());
        for (int i = 0; i < letter.issues().size(); i++) {
            assertEquals(StoredIssueCard.of(letter.issues().get(i)), group.issue(i));
        }
        assertEquals(letter.narrative().clinicalSummary().map(Located::value), group.summary());
    }

    private static StoredCardGroup group(Determination letter, CardCompression reader) {
        return new StoredCardGroup(reader, plain(letter).compressed());
    }

    private static StoredCardGroup.Plain plain(Determination letter) {
        return StoredCardGroup.Plain.of(card(letter), letter);
    }

    private static StoredLetterCard card(Determination letter) {
        return StoredLetterCard.of(letter, StoredDetermination.of(letter).content(), TIMES);
    }
}
