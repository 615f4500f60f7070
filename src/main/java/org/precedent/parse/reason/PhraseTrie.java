package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trie of phrases, each of which belongs to a word class. A word of a phrase may end in {@code *}, which matches any continuation of the
 * word. All phrases that begin at a word are found, not just the longest.
 */
final class PhraseTrie {
    /** Minimum number of letters before a {@code *}. */
    static final int MIN_PREFIX_LENGTH = 4;

    private static final int FILTER_BITS = 1 << 14;

    private final Node root = new Node();
    /** Bloom filter of the hashes of first words and prefixes of phrases. Most words of a text begin no phrase. */
    private final BitSet beginnings = new BitSet(FILTER_BITS);

    /**
     * Receives the phrases found.
     */
    interface Sink {
        /**
         * Called for a phrase of a word class that extends from the start of the search to the word {@code last}, inclusive.
         */
        void found(int wordClass, int last);
    }

    /**
     * Adds a phrase.
     *
     * @throws IllegalArgumentException if a prefix is shorter than {@link #MIN_PREFIX_LENGTH}
     */
    void add(List<String> phrase, int wordClass) {
        var first = phrase.getFirst();
        beginnings.set(slot(first.endsWith("*") ? hashOfBeginning(first) : first.hashCode()));
        var node = root;
        for (var word : phrase) {
            node = word.endsWith("*") ? node.prefixed(word.substring(0, word.length() - 1)) : node.exact(word);
        }
        if (!node.classes.contains(wordClass)) {
            node.classes.add(wordClass);
        }
    }

    /**
     * Finds the phrases that begin at {@code first} and end before {@code end}.
     */
    void find(List<String> words, int first, int end, Sink sink) {
        if (first < end && mayBegin(words.get(first))) {
            root.find(words, first, end, sink);
        }
    }

    private boolean mayBegin(String word) {
        return beginnings.get(slot(word.hashCode()))
                || (word.length() >= MIN_PREFIX_LENGTH && beginnings.get(slot(hashOfBeginning(word))));
    }

    private static int hashOfBeginning(String word) {
        int hash = 0;
        for (int i = 0; i < Math.min(word.length(), MIN_PREFIX_LENGTH); i++) {
            hash = 31 * hash + word.charAt(i);
        }
        return hash;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (FILTER_BITS - 1);
    }

    private static long bit(int hash) {
        return 1L << (hash ^ (hash >>> 6));
    }

    private record Prefix(String letters, Node node) {}

    private static final class Node {
        private final Map<String, Node> exact = new HashMap<>(2);
        private final List<Integer> classes = new ArrayList<>(1);
        /** Bloom filter of the words and prefixes that continue from this node; most words have no continuation. */
        private long hashes;

        /** Prefixes by the {@linkplain #hashOfBeginning hash} of their first letters. */
        private @Nullable Map<Integer, List<Prefix>> prefixes;

        Node exact(String word) {
            hashes |= bit(word.hashCode());
            return exact.computeIfAbsent(word, w -> new Node());
        }

        Node prefixed(String letters) {
            if (letters.length() < MIN_PREFIX_LENGTH) {
                throw new IllegalArgumentException("\"" + letters + "*\": expected at least " + MIN_PREFIX_LENGTH
                        + " letters before the asterisk; write the words out instead");
            }
            if (prefixes == null) {
                prefixes = new HashMap<>(2);
            }
            hashes |= bit(hashOfBeginning(letters));
            var alike = prefixes.computeIfAbsent(hashOfBeginning(letters), p -> new ArrayList<>(1));
            for (var prefix : alike) {
                if (prefix.letters.equals(letters)) {
                    return prefix.node;
                }
            }
            alike.add(new Prefix(letters, new Node()));
            return alike.getLast().node;
        }

        void find(List<String> words, int at, int end, Sink sink) {
            if (at == end) {
                return;
            }
            var word = words.get(at);
            var next = (hashes & bit(word.hashCode())) == 0 ? null : exact.get(word);
            if (next != null) {
                next.reached(words, at, end, sink);
            }
            if (prefixes != null && word.length() >= MIN_PREFIX_LENGTH && (hashes & bit(hashOfBeginning(word))) != 0) {
                for (var prefix : prefixes.getOrDefault(hashOfBeginning(word), List.of())) {
                    if (word.startsWith(prefix.letters)) {
                        prefix.node.reached(words, at, end, sink);
                    }
                }
            }
        }

        private void reached(List<String> words, int at, int end, Sink sink) {
            for (int wordClass : classes) {
                sink.found(wordClass, at);
            }
            find(words, at + 1, end, sink);
        }
    }
}
