package org.precedent.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a vocabulary.
 *
 * @param id stable key, unique in its vocabulary: {@code lumbar-spine}
 * @param label the facet value: {@code Lumbar spine}
 * @param parent id of the broader term; empty at the top
 * @param synonyms surface forms besides the label, without their marks in the file, and without those that name nothing
 * @param source where the term comes from
 */
public record Term(String id, String label, Optional<String> parent, List<String> synonyms, String source) {
    public Term {
        synonyms = List.copyOf(synonyms);
    }
}
