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
 * Computes the facet values of an issue, the same for every engine.
 */
public final class IssueFacets {
    private static final List<Facet> NAMING = List.of(Facet.MODALITY, Facet.REGION, Facet.TREATMENT, Facet.GUIDELINE);

    private IssueFacets() {}

    /**
     * The issue's own values; those above them in a tree are implied, but a treatment's category and subcategory are among them.
     * {@link Facet#NOT_STATED} alone where it has none. Values of
     * letter facets are those of its letter.
     */
    public static SequencedSet<String> values(Facet facet, Determination letter, Issue issue) {
        var values = new LinkedHashSet<>(stated(facet, letter, issue));
        if (values.isEmpty()) {
            values.add(Facet.NOT_STATED);
        }
        return values;
    }

    /**
     * The names under which an issue is filed, with those above them in a tree: the labels that count as its own words.
     */
    public static List<String> labels(FacetPaths paths, Determination letter, Issue issue) {
        return NAMING.stream()
                .flatMap(f -> paths.withAncestors(f, values(f, letter, issue)).stream())
                .filter(v -> !v.equals(Facet.NOT_STATED))
                .distinct()
                .toList();
    }

    private static List<String> stated(Facet facet, Determination letter, Issue issue) {
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
