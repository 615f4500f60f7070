package org.precedent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.precedent.vocabulary.Vocabularies;

class TokenizerTest {
    private static final List<String> WORDS = List.of(
            "x",
            "X-ray",
            "ray",
            "xray",
            "x\u2011rays",
            "C5",
            "C5-6",
            "L4/5",
            "T12-L1",
            "l",
            "s1",
            "patient's",
            "Patient\u2019S",
            "the",
            "injuries",
            "Injury",
            "MRIs",
            "TENS",
            "1.5",
            "2.",
            "Dr.",
            "vs.",
            "No.",
            "p",
            "\u00a7",
            "caf\u00e9",
            "Cafe\u0301",
            "\u00c9tude",
            "\u0130stanbul",
            "\u212a",
            "\ufb01xed",
            "\ud835\udd38b",
            "Siamese",
            "Filipino",
            "Holland",
            "does",
            "goes",
            "done",
            "-",
            "'",
            "a-b",
            "e-stim",
            "\"",
            "(");

    private static final List<String> GAPS =
            List.of(" ", " ", " ", "  ", "\n", "\n\n", ". ", ".", "! ", "? ", ", ", "-", "/", "'", "\u00a0", "");

    private final Tokenizer tokenizer = new Tokenizer(Vocabularies.bundled());

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(GAPS.get(random.nextInt(GAPS.size())));
        }
        return text.toString();
    }

    private static String printed(Token token) {
        return token.form() + "|" + token.stem() + "|" + token.word().term().utf8ToString() + "|" + token.start() + "|"
                + token.end() + "|" + token.sentence() + "|" + token.paragraph();
    }

    private static String printed(List<Token> tokens) {
        return tokens.stream().map(TokenizerTest::printed).collect(Collectors.joining("\n"));
    }

    @Test
    void findsTheSameTokensLazily() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var text = text(random);
            assertEquals(
                    printed(tokenizer.tokenize(text)),
                    printed(tokenizer.tokenizeLazily(text)),
                    () -> "seed " + seed + ": " + text);
        }
    }

    @Test
    void neverRulesOutTheWordOfALazyToken() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var text = text(random);
            var expected = tokenizer.tokenize(text);
            var lazy = tokenizer.tokenizeLazily(text);
            for (int t = 0; t < expected.size(); t++) {
                var word = expected.get(t);
                var about = "seed " + seed + ": " + word + " in " + text;
                assertTrue(lazy.get(t).mayStartWith(word.form().charAt(0)), about);
                assertTrue(
                        lazy.get(t).mayStartWith(word.stem().charAt(0)) || !Stemmer.sharesInitial(word.stem()), about);
            }
        }
    }

    @Test
    void rulesOutWordsByTheirFirstLetter() {
        var tokens = tokenizer.tokenizeLazily("Knee pain");
        assertEquals(
                List.of(false, true),
                tokens.stream().map(t -> t.mayStartWith('p')).toList());
        assertTrue(tokens.getFirst().mayStartWith('k'), "folded");
        assertEquals("knee", tokens.getFirst().form());
        assertTrue(tokens.getFirst().mayStartWith('p'), "an analyzed word is compared as a whole");
    }
}
