package org.precedent.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.search.SharedRationale;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;
import org.precedent.text.Tokenizer;

/**
 * Finds rationales that another determination shares nearly word for word. Boilerplate sentences, which many determinations share, are
 * ignored. The same for every engine; {@code insights.md} explains the thresholds.
 */
public final class SharedRationaleFinder {
    private static final int MIN_SENTENCES = 3;
    private static final int MIN_WORDS = 40;
    private static final double MIN_SHARED_FRACTION = 0.85;

    private final Tokenizer tokenizer;
    private final Function<Set<Integer>, Map<Integer, List<String>>> determinations;

    /**
     * Creates a finder.
     *
     * @param determinations returns the ids of determinations that contain a sentence, by digest; at most {@link SentenceDigests#BOILERPLATE_MINIMUM} per
     * sentence
     */
    public SharedRationaleFinder(
            Tokenizer tokenizer, Function<Set<Integer>, Map<Integer, List<String>>> determinations) {
        this.tokenizer = tokenizer;
        this.determinations = determinations;
    }

    /** A sentence with its digest. */
    private record Sentence(int digest, int words, Span span) {}

    /** What a rationale has in common with another determination. */
    private record Overlap(String other, int words, List<Span> sentences) {}

    /**
     * Finds shared rationales, at most one per issue, in issue order.
     */
    public List<SharedRationale> find(Determination letter) {
        var sentences = new HashMap<Integer, List<Sentence>>();
        var digests = new LinkedHashSet<Integer>();
        for (var issue : letter.issues()) {
            var own = sentences(issue);
            sentences.put(issue.number(), own);
            own.forEach(s -> digests.add(s.digest));
        }
        var known = digests.isEmpty() ? Map.<Integer, List<String>>of() : determinations.apply(digests);
        return letter.issues().stream()
                .flatMap(i ->
                        shared(letter.id(), i.number(), sentences.getOrDefault(i.number(), List.of()), known).stream())
                .toList();
    }

    private List<Sentence> sentences(Issue issue) {
        var text = issue.rationale().map(Located::value).orElse("");
        var tokens = tokenizer.tokenize(text);
        var found = new ArrayList<Sentence>();
        for (var sentence : SentenceSpan.sentences(text, tokens)) {
            SentenceDigests.digest(sentence, tokens)
                    .ifPresent(digest -> found.add(
                            new Sentence(digest, sentence.last() - sentence.first() + 1, span(tokens, sentence))));
        }
        return found;
    }

    private static Span span(List<Token> tokens, SentenceSpan sentence) {
        return new Span(
                tokens.get(sentence.first()).start(),
                tokens.get(sentence.last()).end());
    }

    private static Optional<SharedRationale> shared(
            String id, int issue, List<Sentence> sentences, Map<Integer, List<String>> known) {
        var distinctive = sentences.stream()
                .filter(s -> known.getOrDefault(s.digest, List.of()).size() < SentenceDigests.BOILERPLATE_MINIMUM)
                .toList();
        int words = distinctive.stream().mapToInt(Sentence::words).sum();
        var others = new LinkedHashSet<String>();
        distinctive.forEach(s -> others.addAll(known.getOrDefault(s.digest, List.of())));
        others.remove(id);
        return others.stream()
                .map(other -> overlap(other, distinctive, known))
                .filter(c -> c.sentences.size() >= MIN_SENTENCES && c.words >= MIN_WORDS)
                .filter(c -> c.words >= MIN_SHARED_FRACTION * words)
                .min(Comparator.comparingInt((Overlap c) -> -c.words).thenComparing(Overlap::other))
                .map(c -> new SharedRationale(issue, c.other, c.sentences, distinctive.size()));
    }

    private static Overlap overlap(String other, List<Sentence> distinctive, Map<Integer, List<String>> known) {
        var both = distinctive.stream()
                .filter(s -> known.getOrDefault(s.digest, List.of()).contains(other))
                .toList();
        return new Overlap(
                other,
                both.stream().mapToInt(Sentence::words).sum(),
                both.stream().map(Sentence::span).toList());
    }
}
