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
 * The values of a vocabulary and the words letters use for them: mostly the label, else a synonym.
 */
final class Names {
    /** Words of this many letters or fewer are abbreviations and keep their capitals. */
    private static final int ABBREVIATION = 4;

    private final Weighted<String> labels;
    private final Map<String, Weighted<String>> forms;

    /**
     * The vocabulary's terms but for those that merely group others or stand for "other".
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

    /** A surface form of the value. */
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
