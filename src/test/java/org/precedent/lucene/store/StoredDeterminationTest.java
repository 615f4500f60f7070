package org.precedent.lucene.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.search.LetterBuilder;
import org.precedent.search.LetterHit.IngestTimes;
import org.precedent.vocabulary.Vocabularies;

class StoredDeterminationTest {
    private static final LetterParser PARSER = new LetterParser(Vocabularies.bundled());

    @Test
    void givesBackEveryLetterAsItWas() throws IOException, URISyntaxException {
        var samples = samples();
        assertTrue(samples.size() > 5);
        for (var letter : samples) {
            assertEquals(letter, again(letter));
        }
    }

    @Test
    void takesLessThanTheTextAlone() throws IOException, URISyntaxException {
        long texts = 0;
        long packed = 0;
        for (var letter : samples()) {
            texts += letter.origin().text().length();
            packed += StoredDetermination.of(letter).bytes(cards(letter)).length;
        }
        assertTrue(packed < 0.3 * texts, packed + " bytes of " + texts);
    }

    @Test
    void refusesDamagedBytes() {
        var letter = LetterBuilder.letter("a").issue("MRI", "reason").make();
        var cards = cards(letter);
        var sha256 = letter.origin().sha256();
        var stored = StoredDetermination.of(letter).bytes(cards);
        var cut = new BytesRef(stored.bytes, 0, stored.length - 5);
        assertThrows(IllegalStateException.class, () -> StoredDetermination.decode(cut, cards, sha256));
        var wrong = BytesRef.deepCopyOf(stored);
        wrong.bytes[0] = 99;
        var refused = assertThrows(IllegalStateException.class, () -> StoredDetermination.decode(wrong, cards, sha256));
        assertTrue(String.valueOf(refused.getMessage()).contains("expected format"), refused.getMessage());
    }

    @Test
    void readsFormatOneWhoseDictionaryIsTheSameForEveryDetermination() throws IOException, URISyntaxException {
        try (var stored = StoredDeterminationTest.class.getResourceAsStream("/lucene/determination-format-1.bin")) {
            var bytes = new BytesRef(Objects.requireNonNull(stored).readAllBytes());
            var letter = LetterBuilder.letter("a").issue("MRI", "reason").make();
            assertEquals(
                    letter,
                    StoredDetermination.decode(
                            bytes, cards(letter), letter.origin().sha256()));
        }
    }

    @Test
    void keepsTextThatLooksLikeASpan() {
        var letter = LetterBuilder.letter("a")
                .issue("{\"start\":1,\"end\":2}", "\u0001 5,6} {\"start\":12345678901,\"end\":2}")
                .make();
        assertEquals(letter, again(letter));
    }

    @Test
    void keepsATextLongerThanTheDictionaryReaches() {
        var letter = LetterBuilder.letter("a")
                .summary("The same words again. ".repeat(5_000))
                .issue("MRI", "A reason of its own. ".repeat(5_000))
                .make();
        assertEquals(letter, again(letter));
    }

    @Test
    void keepsValuesThatDoNotOccurInTheText() {
        var letter = LetterBuilder.letter("a")
                .summary("from elsewhere")
                .issue("MRI", "not in the text")
                .make();
        assertEquals(letter, again(letter));
    }

    @Test
    void distinguishesLettersByTheirRationalesButNotByTheirFiles() {
        var one = LetterBuilder.letter("a").issue("MRI", "one reason").make();
        var other = LetterBuilder.letter("a").issue("MRI", "two reason").make();
        assertNotEquals(
                StoredDetermination.of(one).content(),
                StoredDetermination.of(other).content());
        var o = one.origin();
        var moved = new Determination(
                one.id(),
                new Origin("elsewhere.txt", o.sha256(), o.layout(), o.scanned(), o.fictional(), o.text()),
                one.header(),
                one.reviewer(),
                one.narrative(),
                one.issues(),
                one.findings());
        assertEquals(
                StoredDetermination.of(one).content(),
                StoredDetermination.of(moved).content());
    }

    private static Determination again(Determination letter) {
        var cards = cards(letter);
        return StoredDetermination.decode(
                StoredDetermination.of(letter).bytes(cards),
                cards,
                letter.origin().sha256());
    }

    private static BytesRef cards(Determination letter) {
        var times = new IngestTimes(Instant.EPOCH, Instant.EPOCH);
        return StoredCardGroup.Plain.of(
                        StoredLetterCard.of(
                                letter, StoredDetermination.of(letter).content(), times),
                        letter)
                .bytes();
    }

    /** The bundled sample letters. */
    static List<Determination> samples() throws IOException, URISyntaxException {
        var folder = Path.of(
                        Objects.requireNonNull(StoredDeterminationTest.class.getResource("/samples/CM16-9900001.txt"))
                                .toURI())
                .getParent();
        try (var files = Files.list(folder)) {
            return files.filter(f -> !f.endsWith("index.txt") && f.toString().endsWith(".txt"))
                    .sorted()
                    .map(StoredDeterminationTest::parsed)
                    .toList();
        }
    }

    private static Determination parsed(Path file) {
        try {
            var letter = new Letter(file.getFileName().toString(), "00ff", Files.readString(file), false);
            return assertInstanceOf(Parsed.Read.class, PARSER.parse(letter)).determination();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
