package org.precedent.determination;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The subject of a disputed request, derived only from the words of the request, never from the narrative.
 *
 * @param modalities vocabulary labels of imaging studies; empty if the request is not for imaging
 * @param regions vocabulary labels of body regions, the most specific ones; empty if the request names none
 * @param laterality the side of the body; empty if the request names none, or different ones
 * @param treatment the state's treatment category
 * @param subcategory the state's subcategory within the category, such as {@code Opioids}; empty if the category has none
 * @param items the items requested, in lower case: the generic ingredient of a drug (ingredients of a combination joined by {@code /}), or
 *     the usual name of the service or device; empty if the request names nothing specific
 */
public record Subject(
        List<Located<String>> modalities,
        List<Located<String>> regions,
        Optional<Located<Laterality>> laterality,
        Optional<Located<String>> treatment,
        Optional<Located<String>> subcategory,
        List<Located<String>> items) {
    /**
     * The subject of a request that names nothing recognizable.
     */
    public static final Subject UNKNOWN =
            new Subject(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Subject {
        modalities = List.copyOf(modalities);
        regions = List.copyOf(regions);
        items = List.copyOf(items);
    }

    /**
     * Returns a copy with each span mapped, for example when the text it was read from is part of a longer one.
     */
    public Subject mapSpans(UnaryOperator<Span> places) {
        return new Subject(
                moved(modalities, places),
                moved(regions, places),
                laterality.map(l -> new Located<>(l.value(), places.apply(l.span()))),
                treatment.map(t -> new Located<>(t.value(), places.apply(t.span()))),
                subcategory.map(s -> new Located<>(s.value(), places.apply(s.span()))),
                moved(items, places));
    }

    private static List<Located<String>> moved(List<Located<String>> values, UnaryOperator<Span> places) {
        return values.stream()
                .map(v -> new Located<>(v.value(), places.apply(v.span())))
                .toList();
    }

    /**
     * The side of the body named in a request.
     */
    public enum Laterality {
        RIGHT("Right"),
        LEFT("Left"),
        BILATERAL("Bilateral");

        private final String label;

        Laterality(String label) {
            this.label = label;
        }

        /**
         * Returns the word used in JSON and on pages: {@code Right}.
         */
        public String label() {
            return label;
        }
    }
}
