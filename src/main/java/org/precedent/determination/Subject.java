package org.precedent.determination;

import java.util.List;
import java.util.Optional;

/**
 * What a request is about, read from the words of the request alone, never from the narrative.
 *
 * @param modalities vocabulary labels of imaging studies; empty when the request is no imaging study
 * @param regions vocabulary labels, most specific; empty when the request names none
 * @param laterality empty when no side or different sides are named
 * @param treatment the state's treatment category
 * @param subcategory the state's subcategory within the category, such as {@code PT/OT} or {@code Opioids}
 */
public record Subject(
        List<Located<String>> modalities,
        List<Located<String>> regions,
        Optional<Located<Laterality>> laterality,
        Optional<Located<String>> treatment,
        Optional<Located<String>> subcategory) {
    /**
     * Nothing is known.
     */
    public static final Subject UNKNOWN =
            new Subject(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Subject {
        modalities = List.copyOf(modalities);
        regions = List.copyOf(regions);
    }
}
