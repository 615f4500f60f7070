package org.precedent.search.facet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.precedent.determination.Located;
import org.precedent.determination.Subject;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.TreatmentTree.Level;

/**
 * The values of the treatment facet: category, subcategory and item, by their labels. An item with the same name as an ancestor is merged
 * into it. A label may occur at several places in the tree ({@code diclofenac} is an NSAID and a topical analgesic); such a value covers
 * all of them and is shown at the first.
 */
final class TreatmentValues {
    private static final String SEPARATOR = "/";
    private static final TreatmentValues BUNDLED = new TreatmentValues(TreatmentTree.bundled());

    private final TreatmentTree tree;
    private final Map<String, Value> values = new LinkedHashMap<>();

    /** A label with its paths in the tree. */
    private record Value(String label, List<List<String>> places) {}

    private TreatmentValues(TreatmentTree tree) {
        this.tree = tree;
        for (var term : tree.terms()) {
            if (!isFolded(term)) {
                values.computeIfAbsent(folded(term.label()), l -> new Value(term.label(), new ArrayList<>()))
                        .places
                        .add(path(term));
            }
        }
    }

    /**
     * The values of the bundled tree.
     */
    static TreatmentValues bundled() {
        return BUNDLED;
    }

    /**
     * Every value, categories and subcategories first.
     */
    List<String> all() {
        return values.values().stream().map(Value::label).toList();
    }

    /**
     * The value with that label, ignoring case; empty when there is none.
     */
    Optional<String> find(String label) {
        return Optional.ofNullable(values.get(folded(label))).map(Value::label);
    }

    /**
     * The value for a term of the tree; an item that repeats the name of an ancestor is merged into that ancestor.
     */
    String valueOf(Term term) {
        return tree.path(term).stream()
                .filter(t -> !isFolded(t) && (t.equals(term) || repeats(term, t)))
                .map(Term::label)
                .findFirst()
                .flatMap(this::find)
                .orElse(term.label());
    }

    /**
     * The values from the category to this one, at its first place in the tree; the value alone when it is unknown.
     */
    List<String> path(String value) {
        var known = values.get(folded(value));
        return known == null ? List.of(value) : known.places.getFirst();
    }

    /**
     * The value and those it implies. A subcategory implies its category. An item implies nothing, because it may have several places, and
     * the values of a request include its category and subcategory anyway.
     */
    List<String> implied(String value) {
        var known = values.get(folded(value));
        return known == null || known.places.size() != 1 || isItem(value) ? List.of(value) : known.places.getFirst();
    }

    /**
     * Whether a value has children and all of them are items.
     */
    boolean hasItems(String value) {
        return tree.findByLabel(value).stream()
                .filter(t -> tree.level(t) != Level.ITEM)
                .map(tree::children)
                .anyMatch(below -> !below.isEmpty() && below.stream().allMatch(t -> tree.level(t) == Level.ITEM));
    }

    /**
     * Whether a value is an item at each of its places in the tree.
     */
    boolean isItem(String value) {
        return tree.findByLabel(value).stream().allMatch(t -> tree.level(t) == Level.ITEM);
    }

    /**
     * Whether two values are the same, or one is an ancestor of the other at any place in the tree.
     */
    boolean areOnOnePath(String first, String second) {
        return isAbove(first, second) || isAbove(second, first);
    }

    /**
     * Whether a value is the same as another, or its ancestor at any place in the tree.
     */
    boolean isAbove(String high, String low) {
        var known = values.get(folded(low));
        return known != null && known.places.stream().anyMatch(place -> place.contains(high));
    }

    /**
     * The values of a request: its category, subcategory and items, plus the ingredients of combinations. A compounded drug contributes all
     * its ingredients; a combination product only those in the same subcategory, so that an opioid with acetaminophen is not a request for
     * acetaminophen.
     */
    SequencedSet<String> ofSubject(Subject subject) {
        var found = new LinkedHashSet<String>();
        subject.treatment().map(Located::value).ifPresent(found::add);
        subject.subcategory().map(Located::value).ifPresent(found::add);
        for (var item : subject.items()) {
            find(item.value()).ifPresent(found::add);
            if (item.value().contains(SEPARATOR)) {
                ingredients(item.value(), subject).forEach(found::add);
            }
        }
        return found;
    }

    private List<String> ingredients(String combination, Subject subject) {
        boolean mixture = find(combination).isEmpty();
        return List.of(combination.split(SEPARATOR, -1)).stream()
                .flatMap(i -> find(i).stream())
                .filter(i -> mixture
                        || subject.subcategory()
                                .filter(s -> isAbove(s.value(), i))
                                .isPresent())
                .toList();
    }

    private boolean isFolded(Term term) {
        return tree.level(term) == Level.ITEM
                && tree.path(term).stream().anyMatch(t -> !t.equals(term) && repeats(term, t));
    }

    /** Whether an item only repeats the name of an ancestor: {@code acupuncture} below {@code Acupuncture}. */
    private static boolean repeats(Term item, Term above) {
        var label = folded(item.label());
        return folded(above.label()).equals(label)
                || above.synonyms().stream().anyMatch(s -> folded(s).equals(label));
    }

    private List<String> path(Term term) {
        return tree.path(term).stream().map(Term::label).toList();
    }

    private static String folded(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
