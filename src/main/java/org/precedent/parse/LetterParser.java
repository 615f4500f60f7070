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
    /** Parsing takes milliseconds; only a malicious text, or one of hundreds of megabytes, reaches this limit. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Lexicon lexicon;
    private final ReasonReader reasons = new ReasonReader(ReasonCues.bundled());
    private final SignalFinder signals;
    private final Duration limit;

    /**
     * Creates a parser that recognizes regions, modalities and other terms using the given vocabularies.
     */
    public LetterParser(Vocabularies vocabularies) {
        this(vocabularies, LIMIT);
    }

    /**
     * Creates a parser with a custom time limit.
     *
     * @param limit maximum time for parsing one determination
     */
    public LetterParser(Vocabularies vocabularies, Duration limit) {
        this.lexicon = Lexicon.of(vocabularies);
        this.signals = new SignalFinder(vocabularies, SignalRules.bundled());
        this.limit = limit;
    }

    /**
     * Parses one determination; never throws because of its content.
     */
    public Parsed parse(Letter letter) {
        return parse(letter, Redaction.NONE);
    }

    /**
     * Redacts a determination and parses it; never throws because of its content. Every redaction is reported as a finding.
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
     * What to redact before a determination is parsed.
     */
    public enum Redaction {
        /** Nothing; personal data is only reported as findings. */
        NONE,
        /** Personal data in the text. */
        TEXT,
        /** Personal data in the text and in the file name. */
        TEXT_AND_NAME
    }
}
