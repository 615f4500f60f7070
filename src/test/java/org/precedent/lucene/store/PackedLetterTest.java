package org.precedent.lucene.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.determination.Origin;
import org.precedent.json.Json;
import org.precedent.lucene.LetterBuilder;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.vocabulary.Vocabularies;

class PackedLetterTest {
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
    void keepsARationaleOnceWhereItsCardHasIt() throws IOException, URISyntaxException {
        long texts = 0;
        long rationales = 0;
        long packed = 0;
        for (var letter : samples()) {
            texts += letter.origin().text().length();
            packed += PackedLetter.of(letter).bytes().length;
            rationales += letter.issues().stream()
                    .flatMap(i -> i.rationale().stream())
                    .mapToInt(r -> r.value().length())
                    .sum();
        }
        assertTrue(rationales > 0 && packed < texts, packed + " bytes of " + texts);
    }

    @Test
    void keepsValuesThatStandNowhereInTheText() {
        var letter = LetterBuilder.letter("a")
                .summary("told elsewhere")
                .issue("MRI", "not in the text")
                .make();
        assertEquals(letter, again(letter));
    }

    @Test
    void tellsLettersApartByTheirRationalesButNotByTheirFiles() {
        var one = LetterBuilder.letter("a").issue("MRI", "one reason").make();
        var other = LetterBuilder.letter("a").issue("MRI", "two reason").make();
        assertNotEquals(PackedLetter.of(one).content(), PackedLetter.of(other).content());
        var o = one.origin();
        var moved = new Determination(
                one.id(),
                new Origin("elsewhere.txt", o.sha256(), o.layout(), o.scanned(), o.fictional(), o.text()),
                one.header(),
                one.reviewer(),
                one.narrative(),
                one.issues(),
                one.findings());
        assertEquals(PackedLetter.of(one).content(), PackedLetter.of(moved).content());
    }

    @Test
    void readsWhatEarlierVersionsKept() throws IOException {
        var letter = LetterBuilder.letter("a").issue("MRI", "reason").make();
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(Json.bytes(letter));
        } finally {
            deflater.end();
        }
        assertEquals(letter, PackedLetter.unpack(new BytesRef(bytes.toByteArray()), cards(letter)));
    }

    @Test
    void editsMakeOneTextOfAnother() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var gaps = List.of(" ", "\n\n", " \n\n", "", "- \n", "-\n\n", "  ");
        for (int round = 0; round < 2000; round++) {
            var from = new StringBuilder();
            var to = new StringBuilder();
            for (int word = random.nextInt(6); word >= 0; word--) {
                var letters = List.of("a", "bc", "d-e", "é", "x-").get(random.nextInt(5));
                from.append(gaps.get(random.nextInt(gaps.size()))).append(letters);
                to.append(gaps.get(random.nextInt(gaps.size()))).append(letters);
            }
            var edits = StoredTextPatch.between(from.toString(), to.toString());
            edits.ifPresent(e -> assertEquals(to.toString(), e.apply(from.toString()), () -> "seed " + seed));
        }
        assertEquals(
                Optional.of("well-known\n\nX- rays of"),
                StoredTextPatch.between("well- known X- rays of", "well-known\n\nX- rays of")
                        .map(e -> e.apply("well- known X- rays of")));
        assertEquals(Optional.empty(), StoredTextPatch.between("one word", "one sword"));
    }

    private static Determination again(Determination letter) {
        return PackedLetter.unpack(PackedLetter.of(letter).bytes(), cards(letter));
    }

    private static StoredCardGroup cards(Determination letter) {
        var card = StoredLetterCard.of(letter, PackedLetter.of(letter).content(), Instant.EPOCH, Instant.EPOCH);
        return new StoredCardGroup(StoredCardGroup.bytes(card, letter));
    }

    private static List<Determination> samples() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(PackedLetterTest.class.getResource("/samples/CM16-9900001.txt"))
                        .toURI())
                .getParent();
        try (var files = Files.list(folder)) {
            return files.filter(f -> !f.endsWith("index.txt") && f.toString().endsWith(".txt"))
                    .sorted()
                    .map(PackedLetterTest::parsed)
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
