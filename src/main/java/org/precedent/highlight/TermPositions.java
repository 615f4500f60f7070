package org.precedent.highlight;

/**
 * The positions of terms in one text, counted in words: the view of a matcher, whether the text was tokenized or is read from an index.
 */
public interface TermPositions {
    /** Words that count as one in a query. */
    sealed interface Term {
        /**
         * Every form of a stem.
         *
         * @param stem the stem
         */
        record Stem(String stem) implements Term {}

        /**
         * One form of a word.
         *
         * @param stem its stem
         * @param form the word, folded
         */
        record Form(String stem, String form) implements Term {}

        /**
         * Every word that begins so.
         *
         * @param start the folded beginning
         */
        record Start(String start) implements Term {}
    }

    /** The positions of a term, ascending; empty if it does not occur. Not to be changed. */
    int[] positions(Term term);

    /** The number of the sentence that a position is in. */
    int sentence(int position);

    /** The number of the paragraph that a position is in. */
    int paragraph(int position);
}
