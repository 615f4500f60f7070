package org.precedent.search.facet;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.vocabulary.Vocabulary;

/**
 * The trees of the facets: regions and modalities as their vocabulary has them, guidelines by family and title, the others flat.
 */
public final class FacetPaths {
    private final Vocabularies vocabularies;

    /**
     * The trees of these vocabularies.
     */
    public FacetPaths(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Values from the root to this one, itself included: {@code [Spine, Cervical spine]}, {@code [MTUS, MTUS Low Back
     * Complaints]}. Unknown values stand alone.
     */
    public List<String> path(Facet facet, String value) {
        if (value.equals(Facet.NOT_STATED)) {
            return List.of(value);
        }
        return switch (facet) {
            case MODALITY -> vocabularies.modality().path(value);
            case REGION -> vocabularies.region().path(value);
            case GUIDELINE -> guideline(value);
            case DECISION, SPECIALTY, TREATMENT, YEAR, OUTCOME -> List.of(value);
        };
    }

    /**
     * Whether an issue with {@code value} has {@code wanted}: it is the same value, or one below it.
     */
    public boolean within(Facet facet, String value, String wanted) {
        return path(facet, value).contains(wanted);
    }

    /**
     * The values and every value above them, without repeats.
     */
    public SequencedSet<String> closure(Facet facet, Iterable<String> values) {
        var closure = new LinkedHashSet<String>();
        values.forEach(v -> closure.addAll(path(facet, v)));
        return closure;
    }

    /**
     * The vocabulary whose labels are values of the facet; empty for years and outcomes, and for guidelines, whose values are
     * made of family and title.
     */
    public Optional<Vocabulary> vocabulary(Facet facet) {
        return switch (facet) {
            case MODALITY -> Optional.of(vocabularies.modality());
            case REGION -> Optional.of(vocabularies.region());
            case DECISION -> Optional.of(vocabularies.decision());
            case SPECIALTY -> Optional.of(vocabularies.specialty());
            case TREATMENT -> Optional.of(vocabularies.treatment());
            case GUIDELINE, YEAR, OUTCOME -> Optional.empty();
        };
    }

    private static List<String> guideline(String value) {
        int blank = value.indexOf(' ');
        return blank < 0 ? List.of(value) : List.of(value.substring(0, blank), value);
    }
}
