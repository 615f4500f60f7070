package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tree of treatments: the state's categories, their subcategories, and the items a request can name, such as the generic ingredient of
 * a drug or the usual name of a service or device. Immutable.
 *
 * <p>A label may be at several places in the tree, as {@code diclofenac} is below {@code NSAID} and below {@code Topical Analgesics}; ids
 * are unique. Items of a category without subcategories are directly below it.
 */
public final class TreatmentTree {
    private static final TreatmentTree BUNDLED = read(
            Vocabularies.bundled().treatment(),
            Vocabularies.bundled().modality(),
            VocabularyFile.resource("treatment-item"));

    private static final String SEPARATOR = "/";
    private static final String IMAGING = "imaging-radiology";
    private static final String UNSPECIFIED = "Unspecified ";

    private final List<Term> terms;
    private final Map<Set<String>, Term> combinations = new HashMap<>();
    private final Map<String, List<Term>> byFirstIngredient = new HashMap<>();
    private final Set<String> itemIds = new HashSet<>();
    private final Map<String, Term> byId = new HashMap<>();
    private final Map<String, List<Term>> byLabel = new HashMap<>();
    private final List<Surface> surfaces;
    private final List<String> queryWords;
    private final Phrases<List<Surface>> names;
    private final Phrases<List<Surface>> itemNames;
    private final NameCorrector spelling;

    /**
     * Level of a term in the tree.
     */
    public enum Level {
        /** One of the state's treatment categories. */
        CATEGORY,
        /** One of the state's subcategories, such as a class of drugs. */
        SUBCATEGORY,
        /** A specific drug, service or device. */
        ITEM
    }

    private TreatmentTree(Vocabulary upper, VocabularyFile.Rows items) {
        this.terms =
                Stream.concat(upper.terms().stream(), items.terms().stream()).toList();
        items.terms().forEach(t -> itemIds.add(t.id()));
        terms.forEach(this::index);
        items.terms().forEach(this::checkParent);
        items.terms().stream()
                .filter(t -> t.label().contains(SEPARATOR))
                .forEach(t -> combinations.putIfAbsent(Set.of(t.label().split(SEPARATOR, -1)), t));
        terms.stream()
                .filter(t -> t.label().contains(SEPARATOR))
                .forEach(t -> byFirstIngredient
                        .computeIfAbsent(t.label().split(SEPARATOR, 2)[0], f -> new ArrayList<>())
                        .add(t));
        var itemSurfaces = withLabels(items.terms(), items.surfaces());
        this.surfaces = Stream.concat(withLabels(upper.terms(), upper.surfaces()).stream(), itemSurfaces.stream())
                .toList();
        this.queryWords = Stream.concat(upper.queryWords().stream(), items.queryWords().stream())
                .toList();
        this.names = phrases(surfaces);
        this.itemNames = phrases(itemSurfaces);
        this.spelling = new NameCorrector(
                surfaces.stream().flatMap(s -> Words.of(s.words()).stream()).collect(Collectors.toSet()));
    }

    /**
     * The bundled tree.
     */
    public static TreatmentTree bundled() {
        return BUNDLED;
    }

    /**
     * Builds a tree.
     *
     * @param upper categories and subcategories
     * @param modality imaging modalities, which are items below imaging
     * @param items the content of a file of items
     */
    static TreatmentTree read(Vocabulary upper, Vocabulary modality, String items) {
        return new TreatmentTree(
                upper, VocabularyFile.parse("treatment-item", items).and(studies(modality)));
    }

    /**
     * All terms: categories and subcategories, then items.
     */
    public List<Term> terms() {
        return terms;
    }

    /**
     * The term with that id; empty when there is none.
     */
    public Optional<Term> term(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The terms with that label, ignoring case; empty when there is none. Categories come first, items last.
     */
    public List<Term> findByLabel(String label) {
        return List.copyOf(byLabel.getOrDefault(folded(label), List.of()));
    }

    /**
     * The item with that label below a category or subcategory; empty when there is none.
     *
     * @param parent id of the category or subcategory
     */
    public Optional<Term> item(String parent, String label) {
        return findByLabel(label).stream()
                .filter(t -> level(t) == Level.ITEM && t.parent().equals(Optional.of(parent)))
                .findFirst();
    }

    /**
     * The words with misspellings corrected: a word that is not part of any name is replaced by the only close one that is, such as
     * {@code fiorcet} by {@code fioricet}.
     */
    public Words corrected(Words words) {
        return words.map(w -> spelling.correct(w).orElse(w));
    }

    /**
     * The terms that exactly these words name; empty when there is none.
     */
    public List<Term> findExact(String words) {
        return names.matchExactly(Words.of(words)).stream()
                .flatMap(List::stream)
                .filter(s -> s.role() != Surface.Role.IGNORED)
                .map(Surface::term)
                .toList();
    }

    /**
     * The drug that combines exactly these ingredients, in any order; the first in the file if there are several; empty when there is none.
     */
    public Optional<Term> combination(Set<String> ingredients) {
        return Optional.ofNullable(combinations.get(ingredients));
    }

    /**
     * The combination drugs whose label starts with this ingredient, in file order.
     */
    public List<Term> combinationsFrom(String ingredient) {
        return byFirstIngredient.getOrDefault(ingredient, List.of());
    }

    /**
     * The terms directly below a term.
     */
    public List<Term> children(Term term) {
        return terms.stream()
                .filter(t -> t.parent().equals(Optional.of(term.id())))
                .toList();
    }

    /**
     * The terms from the category down to this term, itself included.
     */
    public List<Term> path(Term term) {
        var path = new ArrayList<Term>();
        for (var at = Optional.of(term); at.isPresent(); at = at.get().parent().map(byId::get)) {
            path.addFirst(at.get());
        }
        return List.copyOf(path);
    }

    /**
     * The category of a term; a category is its own.
     */
    public Term category(Term term) {
        var category = term;
        for (var at = term.parent(); at.isPresent(); at = category.parent()) {
            category = Objects.requireNonNull(byId.get(at.get()));
        }
        return category;
    }

    /**
     * The facet values of an issue's treatment from the category down. An item that only repeats its subcategory is merged into it. Works
     * for any item, including a compound that is not a term of the tree.
     *
     * @param category label of the category
     * @param subcategory label of the subcategory; empty for a category without any
     * @param item the item; empty if the request names nothing specific
     */
    public static List<String> values(String category, Optional<String> subcategory, Optional<String> item) {
        var values = new ArrayList<String>();
        values.add(category);
        subcategory.ifPresent(values::add);
        item.filter(i -> !folded(i).equals(folded(values.getLast()))).ifPresent(values::add);
        return List.copyOf(values);
    }

    /**
     * The level of a term in the tree.
     */
    public Level level(Term term) {
        if (itemIds.contains(term.id())) {
            return Level.ITEM;
        }
        return term.parent().isEmpty() ? Level.CATEGORY : Level.SUBCATEGORY;
    }

    /**
     * The categories, classes, drugs, services and devices a text names, left to right, longest first at each place. Words at several
     * places in the tree give one mention for each.
     */
    public List<Mention> mentions(Words words) {
        return mentions(names, words);
    }

    /**
     * The items a text names; as {@link #mentions(Words)}, but names of categories and subcategories do not take precedence over items.
     */
    public List<Mention> itemMentions(Words words) {
        return mentions(itemNames, words);
    }

    /**
     * The surface forms of all terms, including their labels.
     */
    public List<Surface> surfaces() {
        return surfaces;
    }

    /**
     * The labels and synonyms that name a treatment in a determination but stay words in a query.
     */
    public List<String> queryWords() {
        return queryWords;
    }

    /**
     * The surface forms of each category and subcategory and of the items directly below it, by term id.
     */
    Map<String, List<Surface>> surfacesByPlace() {
        return surfaces.stream()
                .collect(Collectors.groupingBy(s -> level(s.term()) == Level.ITEM
                        ? s.term().parent().orElseThrow()
                        : s.term().id()));
    }

    /** Imaging modalities as items: {@code MRI} becomes {@code mri}, {@code Unspecified imaging} becomes {@code imaging}. */
    private static VocabularyFile.Rows studies(Vocabulary modality) {
        var terms = new LinkedHashMap<Term, Term>();
        for (var term : modality.terms()) {
            terms.put(
                    term,
                    new Term(
                            IMAGING + "-" + term.id(),
                            study(term.label()),
                            Optional.of(IMAGING),
                            term.synonyms(),
                            term.source()));
        }
        var surfaces = modality.surfaces().stream()
                .map(s -> new Surface(Objects.requireNonNull(terms.get(s.term())), s.words(), s.role()))
                .toList();
        return new VocabularyFile.Rows(List.copyOf(terms.values()), surfaces, List.of());
    }

    /**
     * The label of the item for an imaging modality.
     */
    public static String study(String modality) {
        return folded(modality.startsWith(UNSPECIFIED) ? modality.substring(UNSPECIFIED.length()) : modality);
    }

    private void index(Term term) {
        if (byId.put(term.id(), term) != null) {
            throw new IllegalArgumentException("treatment-item: the id \"" + term.id() + "\" comes twice");
        }
        byLabel.computeIfAbsent(folded(term.label()), l -> new ArrayList<>()).add(term);
    }

    private void checkParent(Term item) {
        if (item.parent().filter(byId::containsKey).isEmpty()) {
            throw new IllegalArgumentException("treatment-item: expected a category or subcategory as parent of \""
                    + item.id() + "\", got " + item.parent().orElse("none"));
        }
    }

    /** The synonyms, then the labels, so that a synonym equal to the label can mark it as weak. */
    private static List<Surface> withLabels(List<Term> terms, List<Surface> synonyms) {
        var labels = terms.stream().map(t -> new Surface(t, t.label(), Surface.Role.NAMES));
        return Stream.concat(synonyms.stream(), labels).toList();
    }

    private static Phrases<List<Surface>> phrases(List<Surface> surfaces) {
        var byWords = new LinkedHashMap<String, Map<Term, Surface>>();
        for (var surface : surfaces) {
            byWords.computeIfAbsent(Words.of(surface.words()).join(), w -> new LinkedHashMap<>())
                    .putIfAbsent(surface.term(), surface);
        }
        var phrases = new Phrases<List<Surface>>();
        byWords.forEach((words, same) -> phrases.add(words, List.copyOf(same.values())));
        // after all forms in the file, so that a derived form never replaces one of them
        byWords.forEach((words, same) -> phrases.add(Plural.alternate(words), List.copyOf(same.values())));
        return phrases;
    }

    private static List<Mention> mentions(Phrases<List<Surface>> phrases, Words words) {
        var mentions = new ArrayList<Mention>();
        for (var found : phrases.find(words)) {
            var span = words.span(found.first(), found.last());
            found.value().stream()
                    .filter(s -> s.role() != Surface.Role.IGNORED)
                    .forEach(s -> mentions.add(new Mention(s.term(), span, s.role() == Surface.Role.WEAK)));
        }
        return mentions;
    }

    private static String folded(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
