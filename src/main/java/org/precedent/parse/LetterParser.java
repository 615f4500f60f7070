package org.precedent.parse;

import org.precedent.vocabulary.Vocabularies;

/**
 * Reads letters. Immutable, for use by many threads.
 */
public final class LetterParser {
    private final Lexicon lexicon;

    /**
     * A parser that names regions, modalities and the like by these vocabularies.
     */
    public LetterParser(Vocabularies vocabularies) {
        this.lexicon = Lexicon.of(vocabularies);
    }

    /**
     * Reads one letter; never throws for its content.
     */
    public Parsed parse(Letter letter) {
        return Reading.of(lexicon, letter);
    }
}
