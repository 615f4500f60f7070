package org.precedent.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.Vocabularies;

/**
 * Words that mean the same, from the vocabularies of modalities and regions: {@code x-ray} and {@code plain film}. Forms with
 * digits are codes and levels; they neither widen nor are widened to.
 */
final class Synonyms {
    private final Map<List<String>, Set<List<String>>> groups = new HashMap<>();
    private final Map<String, List<List<String>>> phrases = new HashMap<>();

    Synonyms(Words words, Vocabularies vocabularies) {
        Stream.of(vocabularies.modality(), vocabularies.region())
                .flatMap(v -> v.terms().stream())
                .forEach(term -> add(words, term));
    }

    private void add(Words words, Term term) {
        var forms = new LinkedHashSet<List<String>>();
        Words.forms(term)
                .filter(Synonyms::isWordy)
                .map(words::stems)
                .filter(f -> !f.isEmpty())
                .forEach(forms::add);
        for (var form : forms) {
            groups.computeIfAbsent(form, f -> new LinkedHashSet<>()).addAll(forms);
            if (form.size() > 1) {
                var sameStart = phrases.computeIfAbsent(form.getFirst(), f -> new ArrayList<>());
                if (!sameStart.contains(form)) {
                    sameStart.add(form);
                }
            }
        }
    }

    private static boolean isWordy(String form) {
        return form.chars().noneMatch(Character::isDigit);
    }

    /**
     * Other stem sequences that mean the same as this one; never one that contains it.
     */
    List<List<String>> of(List<String> stems) {
        return groups.getOrDefault(stems, Set.of()).stream()
                .filter(other -> java.util.Collections.indexOfSubList(other, stems) < 0)
                .toList();
    }

    /**
     * Whether these stems are a form of some term.
     */
    boolean knows(List<String> stems) {
        return groups.containsKey(stems);
    }

    /**
     * Forms of several words that begin with this stem; they are indexed as one term wherever they stand.
     */
    List<List<String>> phrasesFrom(String stem) {
        return phrases.getOrDefault(stem, List.of());
    }

    String indexedPhrases() {
        var all = new TreeSet<String>();
        phrases.values().forEach(list -> list.forEach(p -> all.add(String.join(" ", p))));
        return String.join("|", all);
    }
}
