package org.precedent.engine;

import java.util.List;
import org.precedent.determination.Located;
import org.precedent.determination.Subject;

/**
 * The subject of an issue as index terms, used to find disputes about the same subject.
 *
 * @param studies one term per imaging study and region
 * @param items one term per requested item
 * @param subcategories one term for the treatment subcategory
 * @param regions one term per region
 */
public record SubjectTerms(List<String> studies, List<String> items, List<String> subcategories, List<String> regions) {
    private static final String SEPARATOR = "\u0001";

    /**
     * Returns the terms of a subject.
     */
    public static SubjectTerms of(Subject subject) {
        var regions = values(subject.regions());
        return new SubjectTerms(
                values(subject.modalities()).stream()
                        .flatMap(m -> regions.stream().map(r -> "study" + SEPARATOR + m + SEPARATOR + r))
                        .toList(),
                values(subject.items()).stream()
                        .map(i -> "item" + SEPARATOR + i)
                        .toList(),
                subject.subcategory().map(s -> "subcategory" + SEPARATOR + s.value()).stream()
                        .toList(),
                regions.stream().map(r -> "region" + SEPARATOR + r).toList());
    }

    private static List<String> values(List<Located<String>> located) {
        return located.stream().map(Located::value).distinct().toList();
    }

    /** All distinct terms. */
    public List<String> all() {
        return java.util.stream.Stream.of(studies, items, subcategories, regions)
                .flatMap(List::stream)
                .toList();
    }
}
