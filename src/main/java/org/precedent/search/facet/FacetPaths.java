package org.precedent.search.facet;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.precedent.determination.Finding;
import org.precedent.determination.Outcome;
import org.precedent.vocabulary.Term;
import org.precedent.vocabulary.TreatmentDisplay;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * Hierarchies of the facet values: regions and modalities from their vocabularies, guidelines by family and title, treatments
 * by category, subcategory and item. All other facets are flat.
 */
public final class FacetPaths {
    private final Vocabularies vocabularies;

    /**
     * Builds the hierarchies from these vocabularies.
     */
    public FacetPaths(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * The values from the root to this one, inclusive: {@code [Spine, Cervical spine]}, {@code [MTUS, MTUS Low Back Complaints]}. Unknown
     * values are kept as they are.
     */
    public List<String> path(Facet facet, String value) {
        if (value.equals(Facet.NOT_STATED)) {
            return List.of(value);
        }
        return switch (facet) {
            case MODALITY -> vocabularies.modality().path(value);
            case REGION -> vocabularies.region().path(value);
            case GUIDELINE -> guideline(value);
            case TREATMENT -> TreatmentValues.bundled().path(value);
            case REASON -> vocabularies.reason().path(value);
            case CITATION, ADMINISTRATOR -> CitationValues.path(value);
            case DECISION, SPECIALTY, YEAR, OUTCOME, SIGNAL -> List.of(value);
        };
    }

    /**
     * Whether an issue with {@code value} also counts as having {@code wanted}: {@code value} is the same or below it in the tree.
     */
    public boolean isWithin(Facet facet, String value, String wanted) {
        return implied(facet, value).contains(wanted);
    }

    /**
     * Whether a value is {@code top} or is below it at any of its places in the tree.
     */
    public boolean isAtOrBelow(Facet facet, String value, String top) {
        return isWithin(facet, value, top)
                || (facet == Facet.TREATMENT && TreatmentValues.bundled().isAbove(top, value));
    }

    /**
     * The values and all their ancestors, without duplicates.
     */
    public SequencedSet<String> withAncestors(Facet facet, Iterable<String> values) {
        var closure = new LinkedHashSet<String>();
        values.forEach(v -> closure.addAll(implied(facet, v)));
        return closure;
    }

    private List<String> implied(Facet facet, String value) {
        boolean tree = facet == Facet.TREATMENT && !value.equals(Facet.NOT_STATED);
        return tree ? TreatmentValues.bundled().implied(value) : path(facet, value);
    }

    /**
     * Every value the vocabularies have for the facet, in vocabulary order; empty for years.
     */
    public List<String> values(Facet facet) {
        return switch (facet) {
            case GUIDELINE, CITATION, ADMINISTRATOR -> guidelines();
            case OUTCOME -> Arrays.stream(Outcome.values()).map(Outcome::label).toList();
            case YEAR -> List.of();
            case SIGNAL ->
                Finding.Kind.signals().stream().map(Finding.Kind::title).toList();
            case TREATMENT -> TreatmentValues.bundled().all();
            case MODALITY, REGION, DECISION, SPECIALTY, REASON ->
                vocabulary(facet).stream()
                        .flatMap(v -> v.terms().stream())
                        .map(Term::label)
                        .toList();
        };
    }

    /**
     * The synonyms of a value; empty for years, outcomes and guidelines.
     */
    public List<String> synonyms(Facet facet, String value) {
        var terms = facet == Facet.TREATMENT
                ? TreatmentTree.bundled().findByLabel(value)
                : vocabulary(facet).flatMap(v -> v.findByLabel(value)).stream().toList();
        return terms.stream().flatMap(t -> t.synonyms().stream()).distinct().toList();
    }

    /**
     * The values with a label or synonym that equals all of these words; empty when there are none.
     */
    public List<String> findByName(Facet facet, String words) {
        if (facet == Facet.TREATMENT) {
            return TreatmentTree.bundled().findExact(words).stream()
                    .map(TreatmentValues.bundled()::valueOf)
                    .distinct()
                    .toList();
        }
        return vocabulary(facet).stream()
                .flatMap(v -> v.mentions(words).stream())
                .filter(m -> m.span().length() == words.length())
                .map(m -> m.term().label())
                .distinct()
                .toList();
    }

    /**
     * The value of the treatment facet for a term of the treatment tree.
     */
    public String treatmentValue(Term term) {
        return TreatmentValues.bundled().valueOf(term);
    }

    /**
     * Whether two treatments are the same or one is an ancestor of the other.
     */
    public boolean areOnOnePath(String treatment, String other) {
        return TreatmentValues.bundled().areOnOnePath(treatment, other);
    }

    /**
     * Whether items are directly below a treatment: it is a subcategory, or a category without subcategories.
     */
    public static boolean hasTreatmentItems(String treatment) {
        return TreatmentValues.bundled().hasItems(treatment);
    }

    /**
     * The name of a treatment as shown on pages, with the abbreviations in an item capitalized: {@code TENS unit}.
     */
    public static String treatmentName(String treatment) {
        return TreatmentDisplay.bundled().name(treatment);
    }

    /**
     * Whether a treatment is an item: no category or subcategory of that name is known.
     */
    public static boolean isTreatmentItem(String treatment) {
        return !treatment.equals(Facet.NOT_STATED) && TreatmentValues.bundled().isItem(treatment);
    }

    /**
     * Whether a study of this imaging modality has the treatment among its values.
     */
    public boolean isStudy(String modality, String treatment) {
        return path(Facet.TREATMENT, TreatmentTree.study(modality)).contains(treatment);
    }

    /** Guideline families, and titles prefixed with their family. */
    private List<String> guidelines() {
        var guideline = vocabularies.guideline();
        var values = new LinkedHashSet<String>();
        for (var term : guideline.terms()) {
            var path = guideline.path(term.label());
            var family = path.getFirst();
            boolean bare = path.size() == 1 || term.label().startsWith(family + " ");
            values.add(bare ? term.label() : family + " " + term.label());
        }
        return List.copyOf(values);
    }

    /**
     * The vocabulary whose labels are values of the facet; for treatments, that of categories and subcategories. Empty for years and
     * outcomes, and for guidelines, whose values consist of family and title.
     */
    public Optional<Vocabulary> vocabulary(Facet facet) {
        return switch (facet) {
            case MODALITY -> Optional.of(vocabularies.modality());
            case REGION -> Optional.of(vocabularies.region());
            case DECISION -> Optional.of(vocabularies.decision());
            case SPECIALTY -> Optional.of(vocabularies.specialty());
            case TREATMENT -> Optional.of(vocabularies.treatment());
            case REASON -> Optional.of(vocabularies.reason());
            case GUIDELINE, YEAR, OUTCOME, SIGNAL, CITATION, ADMINISTRATOR -> Optional.empty();
        };
    }

    private static List<String> guideline(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? List.of(value) : List.of(value.substring(0, blank), value);
    }
}
