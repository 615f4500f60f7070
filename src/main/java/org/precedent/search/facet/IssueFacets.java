package org.precedent.search.facet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;

/**
 * Computes the facet values of an issue. Shared by all engines.
 */
public final class IssueFacets {
    private static final List<Facet> NAMING = List.of(Facet.MODALITY, Facet.REGION, Facet.TREATMENT, Facet.GUIDELINE);

    private IssueFacets() {}

    /**
     * The issue's values of a facet. Their ancestors are implied and not included, except a treatment's category and subcategory.
     * {@link Facet#NOT_STATED} alone if it has none. For facets of determinations, the values of its determination.
     */
    public static SequencedSet<String> values(Facet facet, Determination letter, Issue issue) {
        var values = new LinkedHashSet<>(statedValues(facet, letter, issue));
        if (values.isEmpty()) {
            values.add(Facet.NOT_STATED);
        }
        return values;
    }

    /**
     * The facet labels of an issue and their ancestors, which a search treats as words of the issue.
     */
    public static List<String> labels(FacetPaths paths, Determination letter, Issue issue) {
        return NAMING.stream()
                .flatMap(f -> paths.withAncestors(f, values(f, letter, issue)).stream())
                .filter(v -> !v.equals(Facet.NOT_STATED))
                .distinct()
                .toList();
    }

    private static List<String> statedValues(Facet facet, Determination letter, Issue issue) {
        return switch (facet) {
            case MODALITY -> labels(issue.subject().modalities());
            case REGION -> labels(issue.subject().regions());
            case DECISION -> List.of(issue.decision().value().label());
            case GUIDELINE ->
                issue.reviewerGuidelines().citations().stream()
                        .map(Citation::label)
                        .toList();
            case SPECIALTY -> labels(letter.reviewer().specialties());
            case TREATMENT -> List.copyOf(TreatmentValues.bundled().ofSubject(issue.subject()));
            case REASON ->
                issue.reasons().stream().map(Reason::label).distinct().toList();
            case YEAR ->
                letter.header().dates().decided().stream()
                        .map(d -> Integer.toString(d.value().getYear()))
                        .toList();
            case OUTCOME -> List.of(letter.outcome().label());
            case SIGNAL ->
                letter.findings().stream()
                        .filter(f -> f.kind().isSignal() && f.isAbout(issue.number()))
                        .map(f -> f.kind().title())
                        .distinct()
                        .toList();
            case CITATION ->
                List.copyOf(CitationValues.values(issue.reviewerGuidelines().citations()));
            case ADMINISTRATOR ->
                List.copyOf(
                        CitationValues.values(issue.administratorGuidelines().citations()));
        };
    }

    private static List<String> labels(List<Located<String>> values) {
        return values.stream().map(Located::value).toList();
    }
}
