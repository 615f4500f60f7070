package org.precedent.lucene;

/**
 * One word of a text, as it is indexed, asked and marked.
 *
 * @param form the word folded, not stemmed
 * @param stem its stem
 * @param start first character in the text
 * @param end the character after it
 * @param sentence zero-based sentence of the text
 * @param paragraph zero-based paragraph of the text
 */
record Token(String form, String stem, int start, int end, int sentence, int paragraph) {}
