package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trie of words that maps phrases to values; a lookup takes one step per word of the text. Case, punctuation and whitespace are ignored:
 * {@code "L-S spine"} matches {@code "l/s spine"}.
 */
final class Phrases<V> {
    private static final int FILTER_BITS = 1 << 13;

    private final Node<V> root = new Node<>();
    /** Hashes of the first words of phrases, because most words of a text start no phrase. */
    private final BitSet firstWords = new BitSet(FILTER_BITS);

    /**
     * A match: the words from {@code first} to {@code last}, inclusive.
     */
    record Found<V>(V value, int first, int last) {}

    /**
     * Adds a phrase unless it already has a value.
     */
    void add(String phrase, V value) {
        var words = Words.of(phrase);
        if (words.size() == 0) {
            return;
        }
        firstWords.set(slot(words.word(0)));
        var node = root;
        for (int i = 0; i < words.size(); i++) {
            node.hashes |= bit(words.word(i));
            node = node.next.computeIfAbsent(words.word(i), w -> new Node<>());
        }
        if (node.value == null) {
            node.value = value;
        }
    }

    /**
     * The matches in a text, left to right, the longest at each place, none overlapping.
     */
    List<Found<V>> find(Words words) {
        var found = new ArrayList<Found<V>>();
        for (int i = 0; i < words.size(); ) {
            var longest = longestAt(words, i);
            if (longest == null) {
                i++;
            } else {
                found.add(longest);
                i = longest.last + 1;
            }
        }
        return found;
    }

    /**
     * The value of these words as a whole; empty when they are not a phrase.
     */
    Optional<V> matchExactly(Words words) {
        var found = words.size() == 0 ? null : longestAt(words, 0);
        return found == null || found.last < words.size() - 1 ? Optional.empty() : Optional.of(found.value);
    }

    private @Nullable Found<V> longestAt(Words words, int first) {
        Found<V> longest = null;
        var word = words.word(first);
        var node = firstWords.get(slot(word)) ? root.next.get(word) : null;
        for (int i = first; node != null; ) {
            var value = node.value;
            if (value != null) {
                longest = new Found<>(value, first, i);
            }
            node = ++i < words.size() ? node.after(words.word(i)) : null;
        }
        return longest;
    }

    private static int slot(String word) {
        int hash = word.hashCode();
        return (hash ^ (hash >>> 15)) & (FILTER_BITS - 1);
    }

    private static long bit(String word) {
        return 1L << (word.hashCode() ^ (word.hashCode() >>> 6));
    }

    private static final class Node<V> {
        private final Map<String, Node<V>> next = new HashMap<>(2);
        /** A bit for the hash of each next word, because most words do not continue the phrase. */
        private long hashes;

        private @Nullable V value;

        @Nullable
        Node<V> after(String word) {
            return (hashes & bit(word)) == 0 ? null : next.get(word);
        }
    }
}
