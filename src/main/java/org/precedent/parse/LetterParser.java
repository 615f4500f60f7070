package org.precedent.parse;

import org.precedent.parse.privacy.PersonalDataFinder;
import org.precedent.parse.reason.ReasonReader;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.ReasonCues;
import org.precedent.vocabulary.Vocabularies;

/**
 * Reads letters. Immutable, for use by many threads.
 */
public final class LetterParser {
    private final Lexicon lexicon;
    private final ReasonReader reasons = new ReasonReader(ReasonCues.bundled());

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
        return DeterminationReading.of(lexicon, reasons, letter);
    }

    /**
     * The same letter with a mark, {@code [redacted telephone number]}, in the place of each number, address and name that
     * tells who a person is. DeterminationReading it notes every mark.
     */
    public Letter redacted(Letter letter) {
        return new Letter(
                letter.source(),
                letter.sha256(),
                PersonalDataFinder.redacted(lexicon, letter.text()),
                letter.scanned());
    }
}
