package org.precedent.parse.issue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precedent.determination.Decision;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.Range;

/**
 * Recognizes phrases that state a decision.
 */
public final class DecisionPhrases {
    /** Allows for characters that OCR confuses. */
    private static final String WORDS =
            "(?<decision>(?:Partial(?:ly)?\\s|Partly\\s)(?:Uphold|Overturn)|(?:Partial(?:ly)?\\s|Partly\\s)?(?:Up-?\\s?he[l1|I]d|[O0]ver-?\\s?turned)(?:,?\\sin part)?)\\b\\.?";

    /** {@code : Upheld} at the end of an issue heading; the word may be broken across lines. */
    static final Pattern HEADING = Pattern.compile(":\\s{0,3}" + WORDS, Pattern.CASE_INSENSITIVE);

    /** A decision after a dash instead of a colon, which counts only if a label follows. */
    static final Pattern DASHED =
            Pattern.compile("\\s?(?:\\s-{1,2}|[\u2013\u2014])\\s{0,3}" + WORDS, Pattern.CASE_INSENSITIVE);

    /** Maximum length of a match of {@link #DASHED}. */
    static final int MAX_DASHED_LENGTH = " \u2014   Partially Over- turned, in part.".length() + 2;

    /** {@code is not medically necessary and appropriate}, which states the decision in 2013 determinations. */
    static final Pattern SENTENCE = Pattern.compile(
            "\\b(?:is|are|was|were)\\s(?<decision>(?:partially |partly |in part )?(?<not>not ?)?medically necessary(?: and appropriate)?)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Words that negate a statement. "non" negates only directly before the phrase; elsewhere it is part of a name, as in "non-emergency
     * transportation".
     */
    private static final Pattern DENIAL = Pattern.compile(
            "(?=[nc])(?:\\b(?:not|never|cannot|neither|nor|no)\\b(?!-)|n't|n\u2019t|\\bnon[ -]?$|not ?$)");

    private static final Pattern OPEN =
            Pattern.compile("(?=[iwupms])\\b(?:if|whether|unless|partial\\w*|part|modif\\w*|would|should|when)\\b");

    /** The last sentences of a complete rationale contain at least one of these words. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?=[acdeijnorsuw])\\b(?:necess\\w+|appropriate\\w*|certif\\w+|non-?certif\\w+|authoriz\\w+|approv\\w+|establish\\w+|support\\w*|warrant\\w*"
                    + "|justif\\w+|indicated|reasonable|recommend\\w*|overturn\\w*|uph[eo]ld|den(?:y|ied|ial)|deni\\w+)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int LAST_SENTENCES = 2;

    private static final String NECESSARY = "medically necessary";

    private DecisionPhrases() {}

    /**
     * Returns the decision stated at the end of a heading.
     */
    static Decision ofHeading(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (lower.startsWith("part") || lower.endsWith("part")) {
            return Decision.PARTLY_OVERTURNED;
        }
        return lower.startsWith("up") ? Decision.UPHELD : Decision.OVERTURNED;
    }

    /**
     * Returns the decision stated in a sentence on medical necessity.
     */
    static Decision ofSentence(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("part")) {
            return Decision.PARTLY_OVERTURNED;
        }
        return lower.startsWith("not") ? Decision.UPHELD : Decision.OVERTURNED;
    }

    /**
     * Whether the last sentences of a rationale state a conclusion.
     */
    public static boolean endsInConclusion(String rationale) {
        int from = rationale.length();
        for (int i = 0; i <= LAST_SENTENCES && from > 0; i++) {
            from = rationale.lastIndexOf(". ", from - 1);
        }
        int last = Math.max(0, from);
        // the usual wording first, which is found without a pattern
        return rationale.indexOf(NECESSARY, last) >= 0
                || CLOSING.matcher(rationale).region(last, rationale.length()).find();
    }

    /**
     * Returns the last statement on medical necessity in the rationale if it contradicts the decision; empty if it agrees or there is none.
     */
    public static Optional<Range> contradiction(FoldedText letter, Range rationale, Decision decision) {
        var text = letter.slice(rationale);
        int at = text.lastIndexOf(NECESSARY);
        if (decision == Decision.PARTLY_OVERTURNED || at < 0) {
            return Optional.empty();
        }
        int sentence = Math.max(0, Math.max(text.lastIndexOf(". ", at), text.lastIndexOf('\n', at)));
        var before = text.substring(sentence, at).toLowerCase(Locale.ROOT);
        boolean denies = DENIAL.matcher(before).find();
        int start = rationale.start() + (sentence == 0 ? 0 : sentence + 1);
        return denies != (decision == Decision.UPHELD) && !OPEN.matcher(before).find()
                ? Optional.of(letter.trimmed(start, rationale.start() + at + NECESSARY.length()))
                : Optional.empty();
    }
}
