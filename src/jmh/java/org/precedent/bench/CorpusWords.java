package org.precedent.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.precedent.bench.letters.GeneratedLetters;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * Words and word pairs from the rationales in a sample of the corpus, by the share of letters that contain them. Words that the product
 * would interpret as facet values are left out.
 */
final class CorpusWords {
    private static final Pattern REASONS =
            Pattern.compile("Decision rationale:(.*?)(?=Claims Administrator guideline:|$)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[a-z]{4,}");
    private static final Pattern GAP = Pattern.compile("[\\s.,]+");

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private final List<List<String>> texts = new ArrayList<>();
    private final int letters;
    private final RandomGenerator random;
    private final List<Vocabulary> understood;

    CorpusWords(GeneratedLetters corpus, int letters, RandomGenerator random) {
        var all = Vocabularies.bundled();
        this.understood = List.of(
                all.modality(), all.region(), all.decision(), all.specialty(), all.treatment(), all.guideline());
        this.letters = letters;
        this.random = random;
        corpus.first(letters).forEach(l -> read(l.text()));
        words.keySet().removeIf(this::isUnderstood);
        pairs.keySet().removeIf(this::isUnderstood);
    }

    /** A word that occurs in a share of letters between these bounds. */
    String word(double minimum, double maximum) {
        return some(words, minimum, maximum);
    }

    /** A pair of adjacent words that occurs in a share of letters between these bounds. */
    List<String> pair(double minimum, double maximum) {
        return List.of(some(pairs, minimum, maximum).split(" ", -1));
    }

    /** Words that occur together in one text, each in a share of letters between these bounds. */
    List<String> together(int count, double minimum, double maximum) {
        var found = new HashSet<String>();
        while (found.size() < count) {
            found.clear();
            var text = texts.get(random.nextInt(texts.size()));
            for (int i = 0; i < 20 * count && found.size() < count; i++) {
                var word = text.get(random.nextInt(text.size()));
                double share = share(words.getOrDefault(word, 0));
                if (share >= minimum && share <= maximum) {
                    found.add(word);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Consecutive words of a text, as a user would paste them. */
    String passage(int count) {
        var text = texts.stream().filter(t -> t.size() > count).toList();
        var drawn = text.get(random.nextInt(text.size()));
        int start = random.nextInt(drawn.size() - count);
        return String.join(" ", drawn.subList(start, start + count));
    }

    private String some(Map<String, Integer> counts, double minimum, double maximum) {
        var fitting = counts.entrySet().stream()
                .filter(e -> share(e.getValue()) >= minimum && share(e.getValue()) <= maximum)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (fitting.isEmpty()) {
            throw new IllegalStateException(
                    "no words in " + minimum + " to " + maximum + " of " + letters + " letters");
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    private double share(int count) {
        return (double) count / letters;
    }

    private void read(String letter) {
        var seenWords = new HashSet<String>();
        var seenPairs = new HashSet<String>();
        var reasons = REASONS.matcher(letter);
        while (reasons.find()) {
            var text = List.of(GAP.split(reasons.group(1), -1));
            var kept = text.stream().filter(w -> WORD.matcher(w).matches()).toList();
            if (!kept.isEmpty()) {
                texts.add(kept);
            }
            seenWords.addAll(kept);
            for (int i = 1; i < text.size(); i++) {
                if (WORD.matcher(text.get(i - 1)).matches()
                        && WORD.matcher(text.get(i)).matches()) {
                    seenPairs.add(text.get(i - 1) + " " + text.get(i));
                }
            }
        }
        seenWords.forEach(w -> words.merge(w, 1, Integer::sum));
        seenPairs.forEach(p -> pairs.merge(p, 1, Integer::sum));
    }

    private boolean isUnderstood(String words) {
        return understood.stream().anyMatch(v -> !v.mentions(words).isEmpty());
    }
}
