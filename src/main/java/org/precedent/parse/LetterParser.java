package org.precedent.parse;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.precedent.determination.Determination;
import org.precedent.determination.Finding;
import org.precedent.determination.Span;
import org.precedent.parse.privacy.FileNames;
import org.precedent.parse.privacy.PersonalDataFinder;
import org.precedent.parse.reason.ReasonReader;
import org.precedent.parse.signal.SignalFinder;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.Lexicon;
import org.precedent.vocabulary.ReasonCues;
import org.precedent.vocabulary.SignalRules;
import org.precedent.vocabulary.StepCounter;
import org.precedent.vocabulary.StepCounter.TimeLimitExceeded;
import org.precedent.vocabulary.Vocabularies;

/**
 * Parses the text of a file into a determination. Immutable and thread-safe.
 */
public final class LetterParser {
    /** A letter takes milliseconds; only a text made to be slow, or one of hundreds of megabytes, takes as long as this. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Lexicon lexicon;
    private final ReasonReader reasons = new ReasonReader(ReasonCues.bundled());
    private final SignalFinder signals;
    private final Duration limit;

    /**
     * A parser that recognizes regions, modalities and other terms by these vocabularies.
     */
    public LetterParser(Vocabularies vocabularies) {
        this(vocabularies, LIMIT);
    }

    /**
     * A parser with a time limit of its own.
     *
     * @param limit how long the reading of one letter may take
     */
    public LetterParser(Vocabularies vocabularies, Duration limit) {
        this.lexicon = Lexicon.of(vocabularies);
        this.signals = new SignalFinder(vocabularies, SignalRules.bundled());
        this.limit = limit;
    }

    /**
     * Parses one letter; never throws for its content.
     */
    public Parsed parse(Letter letter) {
        return parse(letter, Redaction.NONE);
    }

    /**
     * Parses one letter after redacting it; never throws for its content. Every redaction gives a finding.
     */
    public Parsed parse(Letter letter, Redaction redaction) {
        return parse(letter, redaction, StepCounter.forText(limit, letter.text().length()));
    }

    private Determination checked(Determination read) {
        var findings = Stream.concat(read.findings().stream(), signals.find(read).stream())
                .toList();
        return new Determination(
                read.id(), read.origin(), read.header(), read.reviewer(), read.narrative(), read.issues(), findings);
    }

    Parsed parse(Letter letter, Redaction redaction, StepCounter counter) {
        try {
            return switch (DeterminationReading.read(lexicon, reasons, redacted(letter, redaction, counter), counter)) {
                case Parsed.Read read -> new Parsed.Read(checked(read.determination()));
                case Parsed.Unreadable unreadable -> unreadable;
            };
        } catch (TimeLimitExceeded e) {
            return new Parsed.Unreadable(List.of(new Finding(
                    Finding.Kind.TOO_SLOW,
                    "reading took longer than " + limit.toSeconds()
                            + " seconds and was stopped: expected the text of a determination",
                    new Span(0, 0))));
        }
    }

    private Letter redacted(Letter letter, Redaction redaction, StepCounter counter) {
        var text = new CountedText(letter.text(), counter);
        return switch (redaction) {
            case NONE -> letter;
            case TEXT -> letter.with(letter.source(), PersonalDataFinder.redact(lexicon, text));
            case TEXT_AND_NAME ->
                letter.with(
                        FileNames.redact(lexicon, letter.source(), letter.sha256(), text),
                        PersonalDataFinder.redact(lexicon, text));
        };
    }

    /**
     * Redaction of a letter before it is parsed.
     */
    public enum Redaction {
        /** Nothing; personal data gives findings only. */
        NONE,
        /** Personal data in the text. */
        TEXT,
        /** Personal data in the text and in the file's name. */
        TEXT_AND_NAME
    }
}
