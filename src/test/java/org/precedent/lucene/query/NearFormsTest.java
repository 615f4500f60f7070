package org.precedent.lucene.query;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.precedent.text.IndexTerms;
import org.precedent.vocabulary.EditDistance;

class NearFormsTest {
    private static final String LETTERS = "abcdeé";

    @Test
    void neverRulesOutAFormWithinTheEdits() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int near = 0;
        int ruledOut = 0;
        for (int i = 0; i < 20_000; i++) {
            var word = word(random);
            var form = random.nextBoolean() ? word(random) : changed(word, random);
            int edits = 1 + random.nextInt(2);
            boolean passes = new NearForms(word, edits).test(term(form, random));
            if (EditDistance.upTo(edits, word, form) <= edits) {
                near++;
                assertTrue(passes, "seed " + seed + ": " + word + " and " + form + ", " + edits + " edits");
            } else if (!passes) {
                ruledOut++;
            }
        }
        assertTrue(near > 0);
        assertTrue(ruledOut > 0);
    }

    @Test
    void rulesOutWordsOfOtherLettersOrLengths() {
        var near = new NearForms("lumbar", 1);

        assertTrue(near.test(new BytesRef(IndexTerms.positional("lumbar", "lumbar"))));
        assertFalse(near.test(new BytesRef(IndexTerms.positional("lumber", "lumbers"))));
        assertFalse(near.test(new BytesRef(IndexTerms.positional("ligament", "ligament"))));
        assertFalse(near.test(new BytesRef(IndexTerms.positional("lumbosacral", "lumbosacral"))));
    }

    /** The form as its own stem, or with a shorter stem. */
    private static BytesRef term(String form, Random random) {
        var stem = random.nextBoolean() ? form : form.substring(0, 1 + random.nextInt(form.length()));
        return new BytesRef(IndexTerms.positional(stem, form));
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            word.append(letter(random));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        var changed = new StringBuilder(word);
        int at = random.nextInt(word.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> changed.insert(at, letter(random));
            case 1 -> changed.deleteCharAt(at);
            case 2 -> changed.setCharAt(at, letter(random));
            default -> changed.insert(at, changed.charAt(at + 1)).deleteCharAt(at + 2);
        }
        return changed.toString();
    }

    private static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }
}
