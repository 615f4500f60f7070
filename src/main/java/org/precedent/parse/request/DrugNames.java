package org.precedent.parse.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentTree;

/**
 * Finds the drugs named in a request, as generic ingredients: brand names are resolved, restatements such as {@code Norco
 * (hydrocodone/APAP)} merged, and the ingredients of one product joined by {@code /}.
 */
final class DrugNames {
    private static final String MEDICINES = "Pharmaceuticals";
    private static final String SEPARATOR = "/";
    /** Maximum number of characters between two ingredients of one product. */
    private static final int MAX_DISTANCE = 60;

    private static final int MAX_INGREDIENTS = 4;
    private static final String TOPICAL = "topical";
    /** Text between two ingredients of one product, which may include doses and salts. */
    private static final Pattern JOINED = Pattern.compile("[^,;.()]{0,24}?[/+-]\\s*", Pattern.CASE_INSENSITIVE);
    /** Text between two ingredients that belong to one product only if it is a known combination. */
    private static final Pattern LIST_SEPARATOR = Pattern.compile("[^;.]{0,24}");
    /** A dose with two parts, such as {@code 10/325 mg}. */
    private static final Pattern TWO_DOSES = Pattern.compile(
            "[^\\d,;#]{0,40}\\d+(?:\\.\\d+)?\\s?(?:mg)?\\s?(?:/\\s?\\d+(?:\\.\\d+)?(?!\\.?\\d|/|%|\\s?(?:ml|cc|hr|hour))|-\\s?\\d+(?:\\.\\d+)?\\s?mg)",
            Pattern.CASE_INSENSITIVE);

    private final RequestWords request;
    private final TreatmentTree tree;
    private final List<Drug> drugs = new ArrayList<>();

    /** The ingredients of a drug, and the span that names them. */
    private record Drug(Set<String> ingredients, Span span) {
        boolean isCombination() {
            return ingredients.size() > 1;
        }

        String label() {
            return String.join(SEPARATOR, ingredients);
        }

        Drug with(Drug other) {
            var all = new LinkedHashSet<>(ingredients);
            all.addAll(other.ingredients);
            return new Drug(all, new Span(span.start(), Math.max(span.end(), other.span.end())));
        }
    }

    private DrugNames(RequestWords request) {
        this.request = request;
        this.tree = request.tree();
    }

    /**
     * Whether the first drug named in a request is a combination product, so that percentages after it refer to that product.
     */
    static boolean startWithProduct(RequestWords request) {
        var named = new DrugNames(request).named(request.items(), 0);
        return !named.isEmpty() && named.getFirst().isCombination();
    }

    /**
     * Whether a request names several ingredients of one topical preparation.
     */
    static boolean areMixed(RequestWords request) {
        var names = new DrugNames(request);
        var named = names.named(request.items(), 0);
        return request.has(TOPICAL)
                && named.size() > 1
                && named.stream().noneMatch(Drug::isCombination)
                && names.joined(named.get(0), named.get(1)).isPresent()
                && !named.get(0).ingredients.equals(named.get(1).ingredients);
    }

    /**
     * Returns the drug class of the combination that the first drugs of a request form: acetaminophen and codeine are an opioid, whichever
     * is named first. Empty if they form no known combination.
     */
    static Optional<Term> combinedClass(RequestWords request) {
        var names = new DrugNames(request);
        names.named(request.items(), 0).stream().limit(MAX_INGREDIENTS).forEach(d -> names.add(d, false));
        return names.drugs.stream()
                .findFirst()
                .filter(Drug::isCombination)
                .flatMap(d -> names.combination(d.ingredients))
                .flatMap(Term::parent)
                .flatMap(request.tree()::term);
    }

    /**
     * Returns the drugs named from a position on, each with the span that names it.
     *
     * @param mixture whether all ingredients belong to one compounded preparation
     */
    static List<Located<String>> find(RequestWords request, List<Mention> items, int from, boolean mixture) {
        return new DrugNames(request).read(items, from, mixture);
    }

    private List<Located<String>> read(List<Mention> items, int from, boolean mixture) {
        for (var drug : named(items, from)) {
            add(drug, mixture);
        }
        return drugs.stream()
                .map(d -> new Located<>(completed(d).label(), d.span()))
                .toList();
    }

    private List<Drug> named(List<Mention> items, int from) {
        var named = new ArrayList<Drug>();
        for (var item : items) {
            var span = item.span();
            boolean repeated = !named.isEmpty() && named.getLast().span().equals(span);
            if (span.start() >= from && !repeated && isDrug(item.term())) {
                named.add(new Drug(ingredients(item.term()), span));
            }
        }
        return named;
    }

    private boolean isDrug(Term term) {
        return tree.category(term).label().equals(MEDICINES);
    }

    private static Set<String> ingredients(Term term) {
        return new LinkedHashSet<>(Arrays.asList(term.label().split(SEPARATOR, -1)));
    }

    private void add(Drug drug, boolean mixture) {
        for (int i = 0; i < drugs.size(); i++) {
            var known = drugs.get(i);
            if (known.ingredients.containsAll(drug.ingredients)) {
                return;
            }
            if (drug.ingredients.containsAll(known.ingredients)) {
                drugs.set(i, new Drug(drug.ingredients, known.span));
                return;
            }
        }
        var last = drugs.isEmpty() ? Optional.<Drug>empty() : Optional.of(drugs.getLast());
        var whole = last.flatMap(l -> mixture ? Optional.of(l.with(drug)) : joined(l, drug));
        if (whole.isPresent()) {
            drugs.set(drugs.size() - 1, whole.get());
        } else {
            drugs.add(drug);
        }
    }

    private Optional<Drug> joined(Drug first, Drug second) {
        if (first.span.end() > second.span.start() || second.span.start() - first.span.end() > MAX_DISTANCE) {
            return Optional.empty();
        }
        var between = request.text().substring(first.span.end(), second.span.start());
        var whole = first.with(second);
        boolean joins = JOINED.matcher(between).matches()
                || (LIST_SEPARATOR.matcher(between).matches()
                        && combination(whole.ingredients).isPresent());
        return joins ? Optional.of(whole) : Optional.empty();
    }

    /**
     * Completes a drug to a known combination: a single ingredient with a two-part dose stands for the first combination that begins with
     * it.
     */
    private Drug completed(Drug drug) {
        if (drug.isCombination()) {
            return combination(drug.ingredients)
                    .map(t -> new Drug(ingredients(t), drug.span))
                    .orElse(drug);
        }
        if (!request.counted()
                .matcher(TWO_DOSES, drug.span.end(), request.text().length())
                .lookingAt()) {
            return drug;
        }
        return tree.combinationsFrom(drug.label()).stream()
                .filter(this::isDrug)
                .findFirst()
                .map(t -> new Drug(ingredients(t), drug.span))
                .orElse(drug);
    }

    private Optional<Term> combination(Set<String> ingredients) {
        return tree.combination(ingredients).filter(this::isDrug);
    }
}
