package org.precedent.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Tokenizer;
import org.precedent.vocabulary.Vocabularies;

/**
 * Reference for shared rationales: compares a rationale with those of all other determinations, sentence by sentence.
 */
final class RationaleComparison {
    private RationaleComparison() {}

    private record Sentence(List<String> words, Span span) {}

    /** The other determination that contains nearly all of the rationale; empty if there is none. */
    static Optional<SharedRationale> of(String id, Issue issue, List<Determination> all) {
        var telling = new ArrayList<Sentence>();
        var by = new TreeMap<String, List<Sentence>>();
        for (var sentence : sentences(issue)) {
            var having = all.stream()
                    .filter(d -> d.issues().stream().anyMatch(i -> words(i).contains(sentence.words)))
                    .map(Determination::id)
                    .toList();
            if (having.size() < 5) {
                telling.add(sentence);
                having.stream()
                        .filter(other -> !other.equals(id))
                        .forEach(other -> by.computeIfAbsent(other, o -> new ArrayList<>())
                                .add(sentence));
            }
        }
        return by.entrySet().stream()
                .filter(e -> e.getValue().size() >= 3
                        && count(e.getValue()) >= 40
                        && count(e.getValue()) >= 0.85 * count(telling))
                .max(Comparator.comparingInt(e -> count(e.getValue())))
                .map(e -> new SharedRationale(
                        issue.number(),
                        e.getKey(),
                        e.getValue().stream().map(Sentence::span).toList(),
                        telling.size()));
    }

    private static int count(List<Sentence> sentences) {
        return sentences.stream().mapToInt(s -> s.words.size()).sum();
    }

    private static Set<List<String>> words(Issue issue) {
        var words = new HashSet<List<String>>();
        sentences(issue).forEach(s -> words.add(s.words));
        return words;
    }

    private static List<Sentence> sentences(Issue issue) {
        var text = issue.rationale().map(Located::value).orElse("");
        var tokens = new Tokenizer(Vocabularies.bundled()).tokenize(text);
        var found = new ArrayList<Sentence>();
        for (var sentence : SentenceSpan.sentences(text, tokens)) {
            var some = tokens.subList(sentence.first(), sentence.last() + 1);
            if (some.size() >= 5) {
                found.add(new Sentence(
                        some.stream().map(t -> t.form()).toList(),
                        new Span(some.getFirst().start(), some.getLast().end())));
            }
        }
        return found;
    }
}
