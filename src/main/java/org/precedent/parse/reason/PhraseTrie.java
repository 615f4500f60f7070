package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trie of phrases, each of which belongs to a word class. A word of a phrase may end in {@code *}, which matches any continuation of the
 * word. All phrases that begin at a word are found, not just the longest.
 *
 * <p>The words of phrases are numbered, and each word of a text is translated to its numbers once, so that following the trie compares
 * integers instead of strings.
 */
final class PhraseTrie {
    /** Minimum number of letters before a {@code *}. */
    static final int MIN_PREFIX_LENGTH = 4;

    private static final int[] NO_NUMBERS = {};

    /** For each word of a phrase without {@code *}: its own number, then those of the prefixes it begins with. */
    private final Map<String, int[]> numbers = new HashMap<>();
    /** The words before a {@code *}; a handful, so that they are simply tried one after the other. */
    private final List<Prefix> prefixes = new ArrayList<>();
    /** The trie below each first word or prefix, by number; null for those that begin no phrase. */
    private @Nullable Node[] beginnings = new Node[1 << 10];

    private int numbered;

    /**
     * Receives the phrases found.
     */
    interface Sink {
        /**
         * Called for a phrase of a word class that extends from the word {@code first} to the word {@code last}, inclusive.
         */
        void found(int first, int last, int wordClass);
    }

    private record Prefix(String letters, int number) {}

    /**
     * Adds a phrase.
     *
     * @throws IllegalArgumentException if a prefix is shorter than {@link #MIN_PREFIX_LENGTH}
     */
    void add(List<String> phrase, int wordClass) {
        var node = beginning(number(phrase.getFirst()));
        for (int i = 1; i < phrase.size(); i++) {
            node = node.followedBy(number(phrase.get(i)));
        }
        node.add(wordClass);
    }

    /**
     * Translates a word of a text to the numbers of the words and prefixes that match it; empty for most words.
     */
    int[] numbersOf(String word) {
        var known = numbers.get(word);
        return known == null ? withPrefixes(NO_NUMBERS, word) : known;
    }

    /**
     * Finds the phrases that begin at the word {@code first} and end before {@code end}.
     *
     * @param words the {@linkplain #numbersOf numbers} of each word of the text
     */
    void find(int[][] words, int first, int end, Sink sink) {
        for (int number : words[first]) {
            var node = beginnings[number];
            if (node != null) {
                node.visit(words, first, first, end, sink);
            }
        }
    }

    private int number(String word) {
        return word.endsWith("*") ? numberOfPrefix(word.substring(0, word.length() - 1)) : numberOfWord(word);
    }

    private int numberOfWord(String word) {
        return numbers.computeIfAbsent(word, w -> withPrefixes(new int[] {nextNumber()}, w))[0];
    }

    private int numberOfPrefix(String letters) {
        for (var prefix : prefixes) {
            if (prefix.letters.equals(letters)) {
                return prefix.number;
            }
        }
        if (letters.length() < MIN_PREFIX_LENGTH) {
            throw new IllegalArgumentException("\"" + letters + "*\": expected at least " + MIN_PREFIX_LENGTH
                    + " letters before the asterisk; write the words out instead");
        }
        int number = nextNumber();
        prefixes.add(new Prefix(letters, number));
        numbers.replaceAll((word, known) -> word.startsWith(letters) ? followed(known, number) : known);
        return number;
    }

    private int nextNumber() {
        if (numbered == beginnings.length) {
            beginnings = Arrays.copyOf(beginnings, 2 * numbered);
        }
        return numbered++;
    }

    private int[] withPrefixes(int[] own, String word) {
        var all = own;
        for (var prefix : prefixes) {
            if (word.startsWith(prefix.letters)) {
                all = followed(all, prefix.number);
            }
        }
        return all;
    }

    private static int[] followed(int[] numbers, int number) {
        var longer = Arrays.copyOf(numbers, numbers.length + 1);
        longer[numbers.length] = number;
        return longer;
    }

    private Node beginning(int number) {
        var node = beginnings[number];
        if (node == null) {
            node = new Node();
            beginnings[number] = node;
        }
        return node;
    }

    private static final class Node {
        private static final Node[] NO_NODES = {};
        private static final long[] NO_BITS = {0};

        /** With more continuations than this, 64 bits would be mostly set. */
        private static final int FEW = 8;

        private static final int MANY_BITS = 64;

        /** The word classes of the phrase that ends here. */
        private int[] classes = NO_NUMBERS;
        /** The numbers of the words that continue a phrase from here, ascending. */
        private int[] continuations = NO_NUMBERS;
        /** Parallel to {@link #continuations}. */
        private Node[] nodes = NO_NODES;
        /** A bit for each of {@link #continuations}, modulo the number of bits; most words of a text continue no phrase. */
        private long[] bits = NO_BITS;

        void add(int wordClass) {
            for (int known : classes) {
                if (known == wordClass) {
                    return;
                }
            }
            classes = followed(classes, wordClass);
        }

        Node followedBy(int number) {
            int at = Arrays.binarySearch(continuations, number);
            if (at < 0) {
                at = -at - 1;
                insert(at, number);
            }
            return nodes[at];
        }

        private void insert(int at, int number) {
            int rest = continuations.length - at;
            var longer = Arrays.copyOf(continuations, continuations.length + 1);
            System.arraycopy(continuations, at, longer, at + 1, rest);
            longer[at] = number;
            var more = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(nodes, at, more, at + 1, rest);
            more[at] = new Node();
            continuations = longer;
            nodes = more;
            bits = new long[continuations.length > FEW ? MANY_BITS : 1];
            for (int each : continuations) {
                bits[(each >>> 6) & (bits.length - 1)] |= 1L << each;
            }
        }

        private boolean mayContinueWith(int number) {
            return (bits[(number >>> 6) & (bits.length - 1)] & (1L << number)) != 0;
        }

        void visit(int[][] words, int first, int at, int end, Sink sink) {
            for (int wordClass : classes) {
                sink.found(first, at, wordClass);
            }
            if (continuations.length > 0 && at + 1 < end) {
                for (int number : words[at + 1]) {
                    if (mayContinueWith(number)) {
                        int found = Arrays.binarySearch(continuations, number);
                        if (found >= 0) {
                            nodes[found].visit(words, first, at + 1, end, sink);
                        }
                    }
                }
            }
        }
    }
}
