package org.precedent.vocabulary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Corrects a misspelled word to the only known word that differs from it by one letter omitted, inserted, replaced, or swapped with its
 * neighbor. Known words are indexed by their forms with one letter omitted, so that a lookup takes a few steps per letter. Immutable.
 */
final class NameCorrector {
    /** Shorter words have too many neighbors. */
    private static final int MIN_LENGTH = 7;

    private static final int FILTER_BITS = 1 << 18;

    private static final Pattern INFLECTION = Pattern.compile("(?:s|d|r|ed|es|er|al)$");

    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> byDeletion = new HashMap<>();
    /** The hashes of the keys of {@link #byDeletion}; rules out nearly all forms of a word without creating them. */
    private final BitSet hashes = new BitSet(FILTER_BITS);

    NameCorrector(Collection<String> words) {
        for (var word : words) {
            if (known.add(word) && isLong(word)) {
                index(word, word);
                for (int i = 0; i < word.length(); i++) {
                    index(deletion(word, i), word);
                }
            }
        }
    }

    private void index(String form, String word) {
        hashes.set(bit(form.hashCode()));
        byDeletion.computeIfAbsent(form, f -> new ArrayList<>()).add(word);
    }

    /**
     * The intended word; empty when the given word is known or too short, or when no word or several words are close to it.
     */
    Optional<String> correct(String word) {
        if (!isLong(word) || known.contains(word)) {
            return Optional.empty();
        }
        var near = new HashSet<>(byDeletion.getOrDefault(word, List.of()));
        for (int i = 0; i < word.length(); i++) {
            if (hashes.get(bit(hashOfDeletion(word, i)))) {
                near.addAll(byDeletion.getOrDefault(deletion(word, i), List.of()));
            }
        }
        near.removeIf(n -> n.charAt(0) != word.charAt(0) || isInflected(n, word) || !isOneEdit(n, word));
        return near.size() == 1 ? Optional.of(near.iterator().next()) : Optional.empty();
    }

    /** Whether both are inflections of the same word: "supplied" is not a misspelling of "supplies". */
    private static boolean isInflected(String a, String b) {
        return stem(a).equals(stem(b));
    }

    private static String stem(String word) {
        return INFLECTION.matcher(word).replaceFirst("");
    }

    private static boolean isLong(String word) {
        if (word.length() < MIN_LENGTH) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String deletion(String word, int letter) {
        return word.substring(0, letter) + word.substring(letter + 1);
    }

    /** Returns the hash of {@link #deletion}. */
    private static int hashOfDeletion(String word, int letter) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = i == letter ? hash : 31 * hash + word.charAt(i);
        }
        return hash;
    }

    private static int bit(int hash) {
        return (hash ^ (hash >>> 18)) & (FILTER_BITS - 1);
    }

    /** Whether the words differ in one place only; words that share a shortened form may differ in two. */
    private static boolean isOneEdit(String a, String b) {
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        int left = endA - start;
        int right = endB - start;
        return (left <= 1 && right <= 1)
                || (left == 2
                        && right == 2
                        && a.charAt(start) == b.charAt(start + 1)
                        && a.charAt(start + 1) == b.charAt(start));
    }
}
