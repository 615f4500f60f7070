package org.precedent.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Span;

/**
 * The lower-case words of a text with their positions. A word is a run of letters and digits; {@code &} counts as the word "and". Created
 * once for a text, it can be searched by several vocabularies.
 */
public final class Words {
    private String[] folded = new String[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private final @Nullable StepCounter counter;
    private int size;

    private Words(@Nullable StepCounter counter) {
        this.counter = counter;
    }

    /**
     * The words of a text. For a {@linkplain CountedText counted text}, the characters are counted, and later every word read.
     */
    public static Words of(CharSequence text) {
        if (text instanceof CountedText counted) {
            counted.counter().add(text.length());
            return split(counted.text(), counted.counter());
        }
        return split(text.toString(), null);
    }

    private static Words split(String text, @Nullable StepCounter counter) {
        var words = new Words(counter);
        int length = text.length();
        for (int i = 0; i < length; ) {
            char c = text.charAt(i);
            if (isOfWord(c)) {
                int start = i;
                boolean lower = true;
                int hash = 0;
                do {
                    lower &= c >= 'a' && c <= 'z';
                    hash = 31 * hash + c;
                    c = ++i < length ? text.charAt(i) : ' ';
                } while (isOfWord(c));
                var word = lower
                        ? RecentWords.get(text, start, i, hash)
                        : text.substring(start, i).toLowerCase(Locale.ROOT);
                words.add(word, start, i);
            } else {
                if (c == '&') {
                    words.add("and", i, i + 1);
                }
                i++;
            }
        }
        return words;
    }

    /** Whether a character is part of a word; a to z are checked first, because they are the most frequent. */
    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c != ' ' && Character.isLetterOrDigit(c));
    }

    /**
     * The number of words.
     */
    public int size() {
        return size;
    }

    /**
     * The word at a zero-based index, in lower case.
     */
    public String word(int index) {
        if (counter != null) {
            counter.step();
        }
        return folded[index];
    }

    /**
     * The span in the text of the words from {@code first} to {@code last}, inclusive.
     */
    public Span span(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    /**
     * The position in the text of the first character of a word.
     */
    public int start(int index) {
        return starts[index];
    }

    /**
     * The position in the text after the last character of a word.
     */
    public int end(int index) {
        return ends[index];
    }

    /**
     * The words at the same positions, with the function applied to each.
     */
    Words map(UnaryOperator<String> function) {
        var mapped = new Words(counter);
        for (int i = 0; i < size; i++) {
            mapped.add(function.apply(folded[i]), starts[i], ends[i]);
        }
        return mapped;
    }

    /**
     * The words in order.
     */
    Stream<String> stream() {
        return Arrays.stream(folded, 0, size);
    }

    /**
     * The words joined by spaces: a key that is equal for texts that differ only in case and punctuation.
     */
    String join() {
        return String.join(" ", Arrays.asList(folded).subList(0, size));
    }

    private void add(String word, int start, int end) {
        if (size == folded.length) {
            folded = Arrays.copyOf(folded, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        folded[size] = word;
        starts[size] = start;
        ends[size++] = end;
    }

    /**
     * A cache of words by their hash: a frequent word is not created, nor hashed for each vocabulary, again. All threads share it without
     * locks, because a word that another thread has just replaced is merely created again.
     */
    private static final class RecentWords {
        /** Longer words are rare; keeping them could take much memory. */
        private static final int MAX_LENGTH = 24;

        private static final @Nullable String[] WORDS = new String[1 << 12];

        private RecentWords() {}

        /**
         * The characters of a range as a string.
         *
         * @param hash hash of these characters
         */
        static String get(String text, int start, int end, int hash) {
            if (end - start > MAX_LENGTH) {
                return text.substring(start, end);
            }
            int slot = (hash ^ (hash >>> 16)) & (WORDS.length - 1);
            var recent = WORDS[slot];
            if (recent != null && recent.length() == end - start && text.startsWith(recent, start)) {
                return recent;
            }
            var word = text.substring(start, end);
            WORDS[slot] = word;
            return word;
        }
    }
}
