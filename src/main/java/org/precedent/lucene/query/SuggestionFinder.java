package org.precedent.lucene.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.precedent.lucene.facet.FacetCounter;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.schema.IndexField;
import org.precedent.lucene.schema.IndexSchema;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.lucene.snapshot.TermLookup;
import org.precedent.search.Suggestion;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.text.IndexTerms;
import org.precedent.text.Tokenizer;

/**
 * Completes typed text with facet values, words, requests and case numbers.
 */
public final class SuggestionFinder {
    private static final int LOOKED_AT = 500;
    private static final int SHORTEST = 3;
    /** No more characters before what is completed are looked at. */
    private static final int LONGEST = 80;

    private static final String KEY = "values";
    private static final List<Facet> NAMED =
            List.of(Facet.MODALITY, Facet.REGION, Facet.DECISION, Facet.TREATMENT, Facet.GUIDELINE, Facet.SPECIALTY);

    private final IndexSchema schema;
    private final IndexSnapshot view;
    private final TermLookup dictionary;

    public SuggestionFinder(IndexSchema schema, IndexSnapshot view) {
        this.schema = schema;
        this.view = view;
        this.dictionary = new TermLookup(view);
    }

    /** A value with the ways to say it. */
    private record Value(Facet facet, String label, List<String> forms, long issues) {
        /** The label; of a treatment the name that was begun, as a brand is known better than its ingredients. */
        String said(String begun) {
            return facet == Facet.TREATMENT
                    ? forms.stream()
                            .filter(f -> f.startsWith(begun))
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
        return dictionary.terms(IndexField.CASE, start, t -> true, limit).stream()
                .limit(limit)
                .map(c -> new Suggestion(c, "case", dictionary.frequency(IndexField.CASE, c)))
                .toList();
    }

    /** Completes the longest end of what was typed that begins a value, behind nothing or behind names of other values. */
    private List<Suggestion> values(String typed, String folded) {
        for (int at = 0; at >= 0; at = next(folded, at)) {
            var end = folded.substring(at);
            var before = typed.substring(0, at);
            if (end.length() >= 2 && isNames(Tokenizer.fold(before).strip())) {
                var found = values().stream()
                        .filter(v -> v.forms.stream().anyMatch(f -> f.startsWith(end)))
                        .sorted(Comparator.comparing(
                                        (Value v) -> !Tokenizer.fold(v.label).startsWith(end))
                                .thenComparingLong(v -> -v.issues)
                                .thenComparing(Value::label))
                        .map(v -> new Suggestion(
                                before + v.said(end), v.facet.parameter(), before.isBlank() ? v.issues : 0))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** Whether the words are names of values, one behind the other. */
    private boolean isNames(String words) {
        if (words.isEmpty() || words.length() > LONGEST) {
            return words.isEmpty();
        }
        return values().stream()
                .flatMap(v -> v.forms.stream())
                .filter(f -> words.equals(f) || words.startsWith(f + " "))
                .anyMatch(f -> isNames(words.substring(f.length()).strip()));
    }

    /** Completes the last word by words of requests and rationales. */
    private List<Suggestion> words(String typed, String folded, int limit) {
        int blank = folded.lastIndexOf(' ');
        var begun = folded.substring(blank + 1);
        if (begun.length() < SHORTEST || !begun.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        var before = typed.substring(0, typed.length() - begun.length());
        var counts = new LinkedHashMap<String, Long>();
        for (var field : List.of(IndexField.REQUEST, IndexField.RATIONALE)) {
            dictionary
                    .terms(
                            field,
                            begun.substring(0, SHORTEST),
                            t -> IndexTerms.form(t).startsWith(begun),
                            LOOKED_AT)
                    .forEach(t -> counts.merge(IndexTerms.form(t), dictionary.frequency(field, t), Long::sum));
        }
        return counts.entrySet().stream()
                .filter(e -> !e.getKey().equals(begun))
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
        var found = new ArrayList<Suggestion>();
        Map<String, String> printed = new LinkedHashMap<>();
        for (var term : dictionary.terms(IndexField.TITLE, folded, t -> true, LOOKED_AT)) {
            int at = term.indexOf(IndexTerms.FORM);
            printed.putIfAbsent(term.substring(0, at), term.substring(at + 1));
            found.add(new Suggestion(
                    printed.getOrDefault(term.substring(0, at), ""),
                    "request",
                    dictionary.frequency(IndexField.TITLE, term)));
        }
        found.sort(Comparator.comparingLong((Suggestion s) -> -s.issues())
                .thenComparingInt(s -> s.text().length()));
        return found.stream().limit(limit).toList();
    }

    /** All values with their counts, worked out once for a view. */
    private List<Value> values() {
        return view.once(KEY, () -> {
            var counts = new FacetCounter(schema.paths()).count(List.copyOf(NAMED), new Base.Issues(view.issues()));
            return NAMED.stream()
                    .flatMap(f -> counts.getOrDefault(f, List.of()).stream()
                            .filter(c -> !c.value().equals(Facet.NOT_STATED))
                            .map(c -> value(f, c)))
                    .toList();
        });
    }

    private Value value(Facet facet, FacetCount count) {
        var forms = new ArrayList<String>();
        forms.add(Tokenizer.fold(count.value()));
        schema.paths().names(facet, count.value()).forEach(s -> forms.add(Tokenizer.fold(s)));
        return new Value(facet, count.value(), List.copyOf(forms), count.total().issues());
    }
}
