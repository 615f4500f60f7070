package org.precedent.parse.reason;

import org.precedent.vocabulary.Words;

/**
 * The words of a rationale or request, each translated once to its numbers in the {@link PhraseTrie}. The sentences of a rationale are
 * ranges of these words.
 */
final class RationaleWords {
    private final String text;
    private final Words read;
    private final PhraseTrie trie;
    private final String[] words;
    private final int[][] numbers;
    private final boolean hasSemicolon;

    RationaleWords(String text, PhraseTrie trie) {
        this.text = text;
        this.read = Words.of(text);
        this.trie = trie;
        this.words = new String[read.size()];
        this.numbers = new int[read.size()][];
        this.hasSemicolon = text.indexOf(';') >= 0;
        for (int i = 0; i < words.length; i++) {
            words[i] = withoutNumber(read.word(i));
            numbers[i] = trie.numbersOf(words[i]);
        }
    }

    int size() {
        return words.length;
    }

    String word(int at) {
        return words[at];
    }

    /**
     * Returns the first word, from the word {@code from} on, that begins at or after a position of the text; {@link #size} if there is none.
     */
    int firstWordAt(int position, int from) {
        int word = from;
        while (word < words.length && read.start(word) < position) {
            word++;
        }
        return word;
    }

    /**
     * Finds the phrases that begin at the word {@code first} and end before the word {@code end}.
     */
    void findPhrases(int first, int end, PhraseTrie.Sink sink) {
        trie.find(numbers, first, end, sink);
    }

    /**
     * Whether there is a semicolon between a word and the one before.
     */
    boolean hasSemicolonBefore(int word) {
        return hasSemicolon && word > 0 && text.indexOf(';', read.end(word - 1), read.start(word)) >= 0;
    }

    /** Removes a number written without a space before its unit, {@code 20mg}. */
    private static String withoutNumber(String word) {
        int at = 0;
        while (at < word.length() && Character.isDigit(word.charAt(at))) {
            at++;
        }
        return at == word.length() ? word : word.substring(at);
    }
}
