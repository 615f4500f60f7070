package org.precedent.vocabulary;

import java.util.List;

/**
 * The rows of {@code typed.tsv}: phrases that mean something else in a query than the vocabularies say, such as "ct", which may be
 * offered as a scan or as carpal tunnel. The file documents its format.
 */
public final class TypedForms {
    private static final int COLUMNS = 3;
    private static final List<Row> BUNDLED =
            VocabularyFile.rows("typed", VocabularyFile.resource("typed"), COLUMNS).stream()
                    .map(cells -> new Row(VocabularyFile.forms(cells.get(0)), cells.get(1), cells.get(2)))
                    .toList();

    private TypedForms() {}

    /**
     * One row of the file.
     *
     * @param forms spellings
     * @param reading facet and value, readings to offer, or {@code -} for words that belong together
     * @param when the context in which the reading holds; empty for always
     */
    public record Row(List<String> forms, String reading, String when) {
        public Row {
            forms = List.copyOf(forms);
        }
    }

    /**
     * The bundled rows.
     */
    public static List<Row> bundled() {
        return BUNDLED;
    }
}
