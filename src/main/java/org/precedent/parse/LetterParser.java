package org.precedent.parse;

import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Vocabularies;

/**
 * Reads letters. Immutable, for use by many threads.
 */
public final class LetterParser {
    private final Vocabularies vocabularies;
    private final LetterWords words;

    /**
     * A parser that names regions, modalities and the like by these vocabularies.
     */
    public LetterParser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
        this.words = LetterWords.bundled();
    }

    /**
     * Reads one letter; never throws for its content.
     */
    public Parsed parse(Letter letter) {
        return Reading.of(vocabularies, words, letter);
    }
}
