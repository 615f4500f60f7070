package org.precedent.text;

import java.util.List;

/**
 * Builds the terms stored in the index: words of texts, facet labels, phrases, and sentence and paragraph boundaries. The term of a word is
 * its stem followed by its exact form, so that a single field serves both stemmed queries (all terms with that stem, which are adjacent)
 * and exact ones (one term).
 */
public final class IndexTerms {
    /** Separates stem and form. */
    public static final char FORM = '\u0001';

    public static final String SENTENCE_START = "\u0002s";
    public static final String SENTENCE_END = "\u0002e";
    public static final String PARAGRAPH_START = "\u0002p";
    public static final String PARAGRAPH_END = "\u0002q";

    private static final char LABEL = '\u0003';
    private static final char PHRASE = '\u0004';

    private IndexTerms() {}

    /** The term of a word in a text; the form is omitted if it equals the stem. */
    public static String positional(String stem, String form) {
        return form.equals(stem) ? stem + FORM : stem + FORM + form;
    }

    /** The common prefix of all terms of a stem. */
    public static String prefix(String stem) {
        return stem + FORM;
    }

    /** The form of a term of a text; empty for sentence and paragraph boundaries. */
    public static String form(String term) {
        int at = term.indexOf(FORM);
        if (at < 0) {
            return "";
        }
        return at == term.length() - 1 ? term.substring(0, at) : term.substring(at + 1);
    }

    /** The weighted-field term of a word in a facet label. */
    public static String label(String stem) {
        return LABEL + stem;
    }

    /** The weighted-field term of one or more words. */
    public static String weighted(List<String> stems) {
        return stems.size() == 1 ? stems.getFirst() : PHRASE + String.join(" ", stems);
    }

    /** The weighted-field term of one or more words in a facet label. */
    public static String label(List<String> stems) {
        return LABEL + weighted(stems);
    }
}
