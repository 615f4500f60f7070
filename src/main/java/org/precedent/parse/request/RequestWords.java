package org.precedent.parse.request;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.precedent.determination.Span;
import org.precedent.vocabulary.CountedText;
import org.precedent.vocabulary.LetterWords;
import org.precedent.vocabulary.Mention;
import org.precedent.vocabulary.TreatmentTree;
import org.precedent.vocabulary.Words;

/**
 * The text of a request, tokenized once for all vocabularies, with misspelled treatment names corrected.
 */
final class RequestWords {
    /** Vocabulary cue indicating that the request counts sessions. */
    static final String SESSIONS = "sessions";

    private static final String EQUIPMENT = "equipment";
    private static final String TOPICAL = "topical";
    private static final String INJECTED = "injected";
    private static final String EXAMINATION = "examination";
    private static final Set<String> UNCOUNTED = Set.of(EXAMINATION, "referral");

    /** {@code 2x4}, {@code x 6}; but {@code x 30 days} is a duration of use, and {@code x 1} is not a series. */
    private static final Pattern TIMES = Pattern.compile(
            "\\b\\d{1,2}\\s?[xX]\\s?\\d{0,2}\\b|\\b[xX]\\s?(?!0?1\\b)\\d{1,2}\\b(?!\\s?-?(?:days?|weeks?|months?|years?|hours?|yrs?|mos?|wks?)\\b)");

    /** {@code 60mgIM}; with a space, it is recognized through the vocabulary. */
    private static final Pattern INTRAMUSCULAR =
            Pattern.compile("\\d(?:mg|mcg|gm?|ml|cc|iu|units)im\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern SHARE = Pattern.compile("\\d\\s?%");
    /** A dose or a number of units, which indicates that an unknown name is a drug. */
    private static final Pattern DOSE =
            Pattern.compile("\\d\\s?(?:mg|mcg|ml|gm|gms|grams?|units?)\\b|\\d\\s?%|#\\s?\\d", Pattern.CASE_INSENSITIVE);

    private final CountedText counted;
    private final String text;
    private final Words words;
    private final LetterWords vocabulary;
    private final Set<String> cues = new HashSet<>();
    private final TreeSet<Integer> examinations = new TreeSet<>();
    private final boolean dosed;
    private final List<Mention> items;

    RequestWords(CharSequence request, LetterWords vocabulary) {
        this.counted = CountedText.from(request);
        this.text = counted.text();
        this.words = vocabulary.tree().corrected(Words.of(counted));
        this.vocabulary = vocabulary;
        boolean numbered = hasDigit(text);
        this.dosed = numbered && counted.matcher(DOSE).find();
        this.items = vocabulary.tree().itemMentions(words);
        vocabulary.cue().mentions(words).forEach(this::note);
        if (numbered) {
            noteNumbers();
        }
    }

    private void noteNumbers() {
        if (counted.matcher(TIMES).find()) {
            cues.add(SESSIONS);
        }
        if (text.indexOf('%') >= 0 && counted.matcher(SHARE).find()) {
            cues.add(TOPICAL);
        }
        if (counted.matcher(INTRAMUSCULAR).find()) {
            cues.add(INJECTED);
        }
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private void note(Mention cue) {
        cues.add(cue.term().id());
        if (cue.term().id().equals(EXAMINATION)) {
            examinations.add(cue.span().start());
        }
    }

    /**
     * Whether a consultation, evaluation or similar service is named within a span or directly after it.
     */
    boolean namesExamination(Span span) {
        var first = examinations.ceiling(span.start());
        return first != null && first <= span.end() + 1;
    }

    String text() {
        return text;
    }

    /**
     * Returns the text in a form that counts the steps of patterns matched against it.
     */
    CountedText counted() {
        return counted;
    }

    Words words() {
        return words;
    }

    LetterWords vocabulary() {
        return vocabulary;
    }

    /**
     * Returns the items named, in text order, including weak names.
     */
    List<Mention> items() {
        return items;
    }

    TreatmentTree tree() {
        return vocabulary.tree();
    }

    /**
     * Whether a dose or a number of units is stated.
     */
    boolean isDosed() {
        return dosed;
    }

    /**
     * Whether a cue applies to the request. A request for equipment remains one regardless of how often the equipment is to be used, and
     * something requested in sessions is not an examination.
     */
    boolean has(String cue) {
        if (!cues.contains(cue)) {
            return false;
        }
        if (UNCOUNTED.contains(cue)) {
            return !cues.contains(SESSIONS);
        }
        return cue.equals(EQUIPMENT) || !cues.contains(EQUIPMENT);
    }
}
