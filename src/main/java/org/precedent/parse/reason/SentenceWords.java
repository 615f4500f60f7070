package org.precedent.parse.reason;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.precedent.parse.reason.CueCompiler.CompiledCue;
import org.precedent.parse.reason.CueCompiler.ComposedClass;

/**
 * The words of one sentence, with their word classes and clauses.
 */
final class SentenceWords {
    private final RationaleWords text;
    /** Index in the text of the first word of the sentence. */
    private final int first;

    private final int size;
    /** For each word, a linked list of the matches that begin there; null if there are none. */
    private final @Nullable Hit[] hits;

    private final BitSet present;
    private final int[] clauses;

    /**
     * A match of a word class.
     *
     * @param wordClass the class
     * @param last index of the last word
     * @param next another match that begins at the same word
     */
    private record Hit(int wordClass, int last, @Nullable Hit next) {}

    /**
     * @param first index in the text of the first word of the sentence
     * @param end index one past its last word
     */
    SentenceWords(RationaleWords text, int first, int end, CueCompiler compiler) {
        this.text = text;
        this.first = first;
        this.size = end - first;
        this.hits = new Hit[size];
        this.clauses = new int[size];
        this.present = new BitSet(compiler.classCount());
        PhraseTrie.Sink sink = (word, last, wordClass) -> add(word - first, wordClass, last - first);
        for (int i = 0; i < size; i++) {
            text.findPhrases(first + i, end, sink);
            clauses[i] = i == 0 ? 0 : clauses[i - 1] + (beginsClause(i, compiler) ? 1 : 0);
        }
    }

    private boolean beginsClause(int word, CueCompiler compiler) {
        return begins(word, compiler.breaks())
                || (text.hasSemicolonBefore(first + word) && !begins(word, compiler.joins()));
    }

    int size() {
        return size;
    }

    String word(int at) {
        return text.word(first + at);
    }

    /**
     * Adds a single word to a word class that has no phrases.
     */
    void mark(int word, int wordClass) {
        add(word, wordClass, word);
    }

    /**
     * Adds all matches of a composed class.
     */
    void compose(ComposedClass composed) {
        if (hasAll(composed.steps())) {
            for (int i = 0; i < size; i++) {
                int last = lastOfMatch(composed.steps(), 0, i);
                if (last >= 0) {
                    add(i, composed.wordClass(), last);
                }
            }
        }
    }

    private void add(int word, int wordClass, int last) {
        hits[word] = new Hit(wordClass, last, hits[word]);
        present.set(wordClass);
    }

    /**
     * Whether the sentence contains the word class of every step. A quick pre-check before matching the steps.
     */
    boolean hasAll(List<CompiledCue.Step> steps) {
        for (var step : steps) {
            if (!present.get(step.wordClass())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the lowest word class, starting from this one, that occurs in the sentence; -1 if there is none.
     */
    int nextClass(int from) {
        return present.nextSetBit(from);
    }

    boolean hasAny(BitSet classes) {
        return present.intersects(classes);
    }

    boolean has(int wordClass) {
        return present.get(wordClass);
    }

    /**
     * Whether the steps of a cue match, starting at a word.
     */
    boolean matches(List<CompiledCue.Step> steps, int word) {
        return lastOfMatch(steps, 0, word) >= 0;
    }

    /** Returns the last word of a match of the steps from {@code step} on that starts at {@code word}; -1 if there is none. */
    private int lastOfMatch(List<CompiledCue.Step> steps, int step, int word) {
        for (var hit = hits[word]; hit != null; hit = hit.next) {
            if (hit.wordClass == steps.get(step).wordClass()) {
                int last = lastAfter(steps, step + 1, hit.last);
                if (last >= 0) {
                    return last;
                }
            }
        }
        return -1;
    }

    /** Like {@link #lastOfMatch}, for a match of the previous step that ends at {@code last}. */
    private int lastAfter(List<CompiledCue.Step> steps, int step, int last) {
        if (step == steps.size()) {
            return last;
        }
        int end = Math.min(size, last + 2 + steps.get(step).gap());
        for (int i = last + 1; i < end && clauses[i] == clauses[last]; i++) {
            int found = lastOfMatch(steps, step, i);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /**
     * Whether a phrase of a word class begins at a word.
     */
    boolean begins(int word, int wordClass) {
        for (var hit = hits[word]; hit != null; hit = hit.next) {
            if (hit.wordClass == wordClass) {
                return true;
            }
        }
        return false;
    }
}
