package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.precedent.vocabulary.Words;

/**
 * The words of one sentence, which word classes they belong to, and which clause they stand in.
 */
final class SentenceWords {
    private final List<String> words = new ArrayList<>();
    private final List<List<Hit>> hits = new ArrayList<>();
    private final BitSet present = new BitSet();
    private final int[] clauses;

    /**
     * Words of a class.
     *
     * @param wordClass the class
     * @param last the last of the words
     */
    record Hit(int wordClass, int last) {}

    /**
     * @param breaks the class of words that begin a new clause
     */
    SentenceWords(String sentence, PhraseTrie trie, int breaks) {
        var read = Words.of(sentence);
        for (int i = 0; i < read.size(); i++) {
            words.add(read.word(i));
        }
        this.clauses = new int[read.size()];
        for (int i = 0; i < words.size(); i++) {
            var here = new ArrayList<Hit>(2);
            trie.find(words, i, words.size(), (wordClass, last) -> here.add(new Hit(wordClass, last)));
            here.forEach(hit -> present.set(hit.wordClass));
            hits.add(here);
            boolean starts =
                    i > 0 && (isParted(sentence, read, i) || here.stream().anyMatch(h -> h.wordClass == breaks));
            clauses[i] = i == 0 ? 0 : clauses[i - 1] + (starts ? 1 : 0);
        }
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at);
    }

    /**
     * What begins at a word.
     */
    List<Hit> at(int word) {
        return hits.get(word);
    }

    /**
     * Marks a word as one of a class that no phrase names.
     */
    void mark(int word, int wordClass) {
        hits.get(word).add(new Hit(wordClass, word));
        present.set(wordClass);
    }

    boolean hasAll(BitSet classes) {
        var missing = (BitSet) classes.clone();
        missing.andNot(present);
        return missing.isEmpty();
    }

    boolean hasAny(BitSet classes) {
        return present.intersects(classes);
    }

    boolean has(int wordClass) {
        return present.get(wordClass);
    }

    /**
     * Do the steps of a cue after the first match, given that the first ends at {@code last}?
     */
    boolean matches(List<CompiledCue.Step> steps, int step, int last) {
        if (step == steps.size()) {
            return true;
        }
        var next = steps.get(step);
        int end = Math.min(words.size(), last + 2 + next.gap());
        for (int i = last + 1; i < end && clauses[i] == clauses[last]; i++) {
            for (var hit : hits.get(i)) {
                if (hit.wordClass == next.wordClass() && matches(steps, step + 1, hit.last)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isParted(String sentence, Words read, int word) {
        int from = read.span(word - 1, word - 1).end();
        int to = read.span(word, word).start();
        return sentence.substring(from, to).indexOf(';') >= 0;
    }
}
