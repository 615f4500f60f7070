package org.precedent.engine;

import java.util.Comparator;
import java.util.Optional;
import org.precedent.text.Tokenizer;
import org.precedent.vocabulary.EditDistance;

/**
 * Suggests an indexed word similar to one without results: same first letter, at most two edits. Numbers, codes, and indexed words are
 * never corrected.
 */
public final class SpellingCorrector {
    private static final int MIN_LENGTH = 4;
    private static final int MIN_LENGTH_FOR_TWO_EDITS = 7;

    private final Tokenizer tokenizer;
    private final TermDictionary dictionary;

    public SpellingCorrector(Tokenizer tokenizer, TermDictionary dictionary) {
        this.tokenizer = tokenizer;
        this.dictionary = dictionary;
    }

    private record Near(String form, int distance, long count) {}

    public Optional<String> correct(String word) {
        var tokens = tokenizer.tokenize(word.strip());
        if (tokens.size() != 1) {
            return Optional.empty();
        }
        var form = tokens.getFirst().form();
        boolean isWord = form.length() >= MIN_LENGTH && form.chars().allMatch(Character::isLetter);
        if (!isWord || dictionary.frequency(tokens.getFirst().stem()) > 0) {
            return Optional.empty();
        }
        int maximum = form.length() >= MIN_LENGTH_FOR_TWO_EDITS ? 2 : 1;
        return dictionary.withinEdits(form, maximum).entrySet().stream()
                .map(e -> new Near(e.getKey(), EditDistance.upTo(maximum, form, e.getKey()), e.getValue()))
                .filter(n -> n.distance <= maximum)
                .min(Comparator.comparingInt(Near::distance)
                        .thenComparingLong(n -> -n.count)
                        .thenComparing(Near::form))
                .map(Near::form);
    }
}
