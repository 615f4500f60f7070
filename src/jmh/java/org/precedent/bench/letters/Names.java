package org.precedent.bench.letters;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabulary;

/**
 * The terms of a vocabulary and the words letters use for them: usually the label, sometimes a synonym.
 */
final class Names {
    /** Words of at most this many characters are taken for abbreviations and keep their capitals. */
    private static final int ABBREVIATION = 4;

    private final Weighted<String> labels;
    private final Map<String, Weighted<String>> forms;

    /**
     * All terms of the vocabulary except the given ones, which only group others or mean "other".
     */
    Names(Vocabulary vocabulary, Weights weights, Set<String> without) {
        var terms = vocabulary.terms().stream()
                .filter(t -> !without.contains(t.label()))
                .toList();
        this.labels =
                weights.of(vocabulary.name(), terms.stream().map(Term::label).toList());
        this.forms = terms.stream().collect(Collectors.toMap(Term::label, t -> Weighted.zipf(forms(t), 1)));
    }

    String draw(RandomGenerator random) {
        return labels.draw(random);
    }

    /** A random name for the term: its label or a synonym. */
    String form(String label, RandomGenerator random) {
        return forms.getOrDefault(label, Weighted.evenly(List.of(label))).draw(random);
    }

    private static List<String> forms(Term term) {
        Function<String, String> inSentence =
                w -> w.length() <= ABBREVIATION || w.matches(".*[A-Z].*[A-Z].*") || w.contains("-")
                        ? w
                        : w.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(term.label()), term.synonyms().stream())
                .filter(w -> w.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-'))
                .map(inSentence)
                .distinct()
                .toList();
    }
}
