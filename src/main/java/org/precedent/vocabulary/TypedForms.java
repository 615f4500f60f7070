package org.precedent.vocabulary;

import java.util.List;

/**
 * Exceptions to how query words are read as forms of the vocabularies, from {@code typed.tsv}, which documents
 * its format.
 */
public final class TypedForms {
    private static final int COLUMNS = 3;
    private static final String UNREAD = "none";
    private static final List<Row> BUNDLED =
            VocabularyFile.rows("typed", VocabularyFile.resource("typed"), COLUMNS).stream()
                    .map(cells -> new Row(VocabularyFile.forms(cells.get(0)), cells.get(1), cells.get(2)))
                    .toList();

    private TypedForms() {}

    /**
     * One row.
     *
     * @param forms spellings
     * @param reading facet and value, readings to offer, {@code -} or {@code none}
     * @param when in what company the reading holds; empty for always
     */
    public record Row(List<String> forms, String reading, String when) {
        public Row {
            forms = List.copyOf(forms);
        }

        /**
         * Whether the forms are not understood in a query, although they are forms of a term.
         */
        public boolean isUnread() {
            return reading.equals(UNREAD);
        }
    }

    /**
     * The rows that come with the product.
     */
    public static List<Row> bundled() {
        return BUNDLED;
    }
}
