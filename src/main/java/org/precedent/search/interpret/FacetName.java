package org.precedent.search.interpret;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;

/**
 * Meaning of a vocabulary form in a query.
 */
sealed interface FacetName {
    /**
     * The form names facet values.
     *
     * @param values at least one; all of them are required
     * @param when the only context in which it does
     */
    record Unambiguous(List<FacetValue> values, Context when) implements FacetName {
        public Unambiguous {
            values = List.copyOf(values);
        }
    }

    /**
     * The form is ambiguous.
     *
     * @param readings at least one
     * @param firstApplies the context in which the first reading applies without offering the others
     */
    record Ambiguous(List<Choice> readings, Context firstApplies) implements FacetName {
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /** The form stays words, as a whole and in its parts. */
    record Words() implements FacetName {}

    /**
     * A possible reading of an ambiguous form.
     *
     * @param value the facet value; empty if the reading is other words
     * @param words the other words, quoted; empty if the reading is a value
     */
    record Choice(Optional<FacetValue> value, String words) {}

    /**
     * The context in which a reading applies.
     */
    enum Context {
        ALWAYS,
        /** If the query is not a question. */
        STATEMENT,
        /** If the query also names a modality or region, but not the hand or wrist. */
        NO_WRIST,
        /** If the query also names a region. */
        REGION
    }

    /**
     * Parses the last two columns of a row of {@code typed.tsv}.
     */
    static FacetName read(String reading, String when) {
        var context = when.isEmpty()
                ? Context.ALWAYS
                : Context.valueOf(when.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        if (reading.equals("-")) {
            return new Words();
        }
        if (!reading.startsWith("? ")) {
            return new Unambiguous(List.of(value(reading)), context);
        }
        var choices = Arrays.stream(reading.substring(2).split("\\|"))
                .map(String::strip)
                .map(c -> c.startsWith("\"") ? new Choice(Optional.empty(), c) : new Choice(Optional.of(value(c)), ""))
                .toList();
        return new Ambiguous(choices, context);
    }

    private static FacetValue value(String text) {
        int colon = text.indexOf(':');
        var facet = Facet.findByParameter(text.substring(0, colon))
                .orElseThrow(() -> new IllegalStateException("typed.tsv: no facet in \"" + text + "\""));
        return new FacetValue(facet, text.substring(colon + 1));
    }
}
