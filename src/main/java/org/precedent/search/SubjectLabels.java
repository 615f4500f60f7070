package org.precedent.search;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.Located;
import org.precedent.determination.Subject;

/**
 * What an issue is about, as labels of the vocabularies.
 *
 * @param modalities empty when no imaging study
 * @param regions empty when none stated
 * @param laterality {@code Right}, {@code Left} or {@code Bilateral}; empty when none
 * @param treatment category; empty when unknown
 */
public record SubjectLabels(
        List<String> modalities, List<String> regions, Optional<String> laterality, Optional<String> treatment) {
    public SubjectLabels {
        modalities = List.copyOf(modalities);
        regions = List.copyOf(regions);
    }

    public static SubjectLabels of(Subject subject) {
        return new SubjectLabels(
                subject.modalities().stream().map(Located::value).toList(),
                subject.regions().stream().map(Located::value).toList(),
                subject.laterality().map(l -> l.value().label()),
                subject.treatment().map(Located::value));
    }
}
