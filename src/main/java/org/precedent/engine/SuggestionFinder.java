package org.precedent.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetPaths;
import org.precedent.text.Tokenizer;

/**
 * Completes typed text with facet values, words, requests and case numbers.
 */
public final class SuggestionFinder {
    private static final int MIN_LENGTH = 3;
    /** Limit on characters examined before the part to complete. */
    private static final int MAX_LENGTH = 80;

    private static final List<Facet> NAMED =
            List.of(Facet.MODALITY, Facet.REGION, Facet.DECISION, Facet.TREATMENT, Facet.GUIDELINE, Facet.SPECIALTY);

    private final FacetPaths paths;
    private final TermDictionary dictionary;
    private final List<Value> values;

    public SuggestionFinder(FacetPaths paths, TermDictionary dictionary) {
        this.paths = paths;
        this.dictionary = dictionary;
        this.values = findValues();
    }

    /** A facet value with its names. */
    private record Value(Facet facet, String label, List<String> forms, long issues) {
        /**
         * The text to insert: the label, or for a treatment the name being typed, since a brand name is better known than its ingredients.
         */
        String completion(String prefix) {
            return facet == Facet.TREATMENT
                    ? forms.stream()
                            .filter(f -> f.startsWith(prefix))
                            .findFirst()
                            .orElse(label)
                    : label;
        }
    }

    public List<Suggestion> complete(String typed, int limit) {
        var folded = Tokenizer.fold(typed.stripLeading());
        if (folded.isBlank()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Suggestion>();
        cases(typed.strip(), limit).forEach(s -> found.putIfAbsent(s.text(), s));
        values(typed.stripLeading(), folded).forEach(s -> found.putIfAbsent(s.text(), s));
        requests(folded, limit).forEach(s -> found.putIfAbsent(s.text(), s));
        words(typed.stripLeading(), folded, limit).forEach(s -> found.putIfAbsent(s.text(), s));
        return found.values().stream().limit(limit).toList();
    }

    private List<Suggestion> cases(String typed, int limit) {
        var start = typed.toUpperCase(Locale.ROOT);
        if (start.length() < 2 || start.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        return dictionary.caseNumbersStartingWith(start, limit).entrySet().stream()
                .limit(limit)
                .map(c -> new Suggestion(c.getKey(), "case", c.getValue()))
                .toList();
    }

    /** Completes the longest suffix of the text that starts a facet value's name; only names of other values may precede it. */
    private List<Suggestion> values(String typed, String folded) {
        for (int at = 0; at >= 0; at = next(folded, at)) {
            var end = folded.substring(at);
            var before = typed.substring(0, at);
            if (end.length() >= 2 && isNameSequence(Tokenizer.fold(before).strip())) {
                var found = values.stream()
                        .filter(v -> v.forms.stream().anyMatch(f -> f.startsWith(end)))
                        .sorted(Comparator.comparing(
                                        (Value v) -> !Tokenizer.fold(v.label).startsWith(end))
                                .thenComparingLong(v -> -v.issues)
                                .thenComparing(Value::label))
                        .map(v -> new Suggestion(
                                before + v.completion(end), v.facet.parameter(), before.isBlank() ? v.issues : 0))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** Whether the text is a sequence of facet value names. */
    private boolean isNameSequence(String words) {
        if (words.isEmpty() || words.length() > MAX_LENGTH) {
            return words.isEmpty();
        }
        return values.stream()
                .flatMap(v -> v.forms.stream())
                .filter(f -> words.equals(f) || words.startsWith(f + " "))
                .anyMatch(f -> isNameSequence(words.substring(f.length()).strip()));
    }

    /** Completes the last word with words of requests and rationales. */
    private List<Suggestion> words(String typed, String folded, int limit) {
        int blank = folded.lastIndexOf(' ');
        var prefix = folded.substring(blank + 1);
        if (prefix.length() < MIN_LENGTH || !prefix.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        var before = typed.substring(0, typed.length() - prefix.length());
        return dictionary.startingWith(prefix).entrySet().stream()
                .filter(e -> !e.getKey().equals(prefix))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(e -> new Suggestion(before + e.getKey(), "word", before.isBlank() ? e.getValue() : 0))
                .toList();
    }

    private static int next(String text, int from) {
        int blank = text.indexOf(' ', from);
        return blank < 0 ? -1 : blank + 1;
    }

    private List<Suggestion> requests(String folded, int limit) {
        if (folded.length() < 2) {
            return List.of();
        }
        return dictionary.requestsStartingWith(folded).entrySet().stream()
                .map(e -> new Suggestion(e.getKey(), "request", e.getValue()))
                .sorted(Comparator.comparingLong((Suggestion s) -> -s.issues())
                        .thenComparingInt(s -> s.text().length()))
                .limit(limit)
                .toList();
    }

    private List<Value> findValues() {
        return NAMED.stream()
                .flatMap(f -> dictionary.values(f).stream()
                        .filter(c -> !c.value().equals(Facet.NOT_STATED))
                        .map(c -> value(f, c)))
                .toList();
    }

    private Value value(Facet facet, FacetCount count) {
        var forms = new ArrayList<String>();
        forms.add(Tokenizer.fold(count.value()));
        paths.synonyms(facet, count.value()).forEach(s -> forms.add(Tokenizer.fold(s)));
        return new Value(facet, count.value(), List.copyOf(forms), count.total().issues());
    }
}
