package org.precedent.highlight;

/**
 * Term positions in one text, in tokens: the input of a matcher, whether the text was tokenized or is read from an index.
 */
public interface TermPositions {
    /** Words that a query treats as one term. */
    sealed interface Term {
        /**
         * Any form of a stem.
         *
         * @param stem the stem
         */
        record Stem(String stem) implements Term {}

        /**
         * One exact form of a word.
         *
         * @param stem its stem
         * @param form the folded word
         */
        record Form(String stem, String form) implements Term {}

        /**
         * Any word with a prefix.
         *
         * @param start folded prefix
         */
        record Start(String start) implements Term {}
    }

    /** The positions of a term in ascending order, empty if it does not occur; must not be modified. */
    int[] positions(Term term);

    /** The number of the sentence at a position. */
    int sentence(int position);

    /** The number of the paragraph at a position. */
    int paragraph(int position);
}
