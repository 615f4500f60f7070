package org.precedent.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.precedent.search.facet.Facet;

/**
 * Field names that may precede a colon in a query.
 */
sealed interface QueryField {
    /**
     * The word before the colon.
     */
    String word();

    /**
     * A text of the issue or its determination.
     *
     * @param text which text
     */
    record Text(TextField text) implements QueryField {
        @Override
        public String word() {
            return text.prefix();
        }
    }

    /**
     * A facet.
     *
     * @param facet which facet
     */
    record Value(Facet facet) implements QueryField {
        @Override
        public String word() {
            return facet.parameter();
        }
    }

    /** The decision date. */
    record Decided() implements QueryField {
        @Override
        public String word() {
            return "decided";
        }
    }

    /** The case number. */
    record Case() implements QueryField {
        @Override
        public String word() {
            return "case";
        }
    }

    /**
     * Every field, in the order of the help page.
     */
    static List<QueryField> all() {
        return All.FIELDS;
    }

    /**
     * The field with that name, ignoring case; empty when there is none.
     */
    static Optional<QueryField> findByWord(String word) {
        var folded = word.toLowerCase(Locale.ROOT);
        return all().stream().filter(f -> f.word().equals(folded)).findFirst();
    }

    /** Holds the list, because an interface cannot have a static initializer. */
    final class All {
        private static final List<QueryField> FIELDS = java.util.stream.Stream.<QueryField>concat(
                        Arrays.stream(Facet.values()).map(Value::new),
                        java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(new Decided(), new Case()),
                                Arrays.stream(TextField.values()).map(Text::new)))
                .toList();

        private All() {}
    }
}
