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
     * It names values of facets.
     *
     * @param values at least one; all of them must hold
     * @param when where alone it does
     */
    record Means(List<FacetValue> values, When when) implements FacetName {
        public Means {
            values = List.copyOf(values);
        }
    }

    /**
     * It may mean several things.
     *
     * @param readings at least one
     * @param settled where the first reading is meant all the same
     */
    record Asks(List<Choice> readings, When settled) implements FacetName {
        public Asks {
            readings = List.copyOf(readings);
        }
    }

    /** It is words, as a whole and in its parts. */
    record Words() implements FacetName {}

    /**
     * One reading offered.
     *
     * @param value the facet value; empty where it is other words
     * @param words the other words, quoted; empty where it is a value
     */
    record Choice(Optional<FacetValue> value, String words) {}

    /**
     * In what company a row holds.
     */
    enum When {
        ALWAYS,
        /** Not in a question. */
        STATEMENT,
        /** Beside the name of a modality or region, none of them hand or wrist. */
        NO_WRIST,
        /** Beside the name of a region. */
        REGION
    }

    /**
     * Reads the last two columns of a row.
     */
    static FacetName read(String reading, String when) {
        var company = when.isEmpty()
                ? When.ALWAYS
                : When.valueOf(when.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        if (reading.equals("-")) {
            return new Words();
        }
        if (!reading.startsWith("? ")) {
            return new Means(List.of(value(reading)), company);
        }
        var choices = Arrays.stream(reading.substring(2).split("\\|"))
                .map(String::strip)
                .map(c -> c.startsWith("\"") ? new Choice(Optional.empty(), c) : new Choice(Optional.of(value(c)), ""))
                .toList();
        return new Asks(choices, company);
    }

    private static FacetValue value(String text) {
        int colon = text.indexOf(':');
        var facet = Facet.findByParameter(text.substring(0, colon))
                .orElseThrow(() -> new IllegalStateException("typed.tsv: no facet in \"" + text + "\""));
        return new FacetValue(facet, text.substring(colon + 1));
    }
}
