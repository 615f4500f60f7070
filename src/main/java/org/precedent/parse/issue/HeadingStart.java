package org.precedent.parse.issue;

import java.util.regex.Pattern;
import org.precedent.parse.text.FoldedText;
import org.precedent.parse.text.KeywordPattern;
import org.precedent.parse.text.Range;

/**
 * Finds the start of an issue heading, given its end. A heading is a paragraph; that of a modified request consists of several sentences
 * and can span pages.
 */
final class HeadingStart {
    private static final KeywordPattern ORIGINAL = KeywordPattern.of(
            Pattern.compile("\\b(?:was|were) the original request\\b"), "were ".length(), "the original request");
    private static final KeywordPattern REMAINDER = KeywordPattern.of(
            Pattern.compile(
                    "(?=[AIorw])\\b(?:IMR eligible|remaining portion|original request,|was authorized by|were authorized by|Administrator authorized)"),
            "were".length(),
            "IMR eligible",
            "remaining portion",
            "original request,",
            " authorized by",
            "Administrator authorized");
    /** Label before the decision, if the decision is on a line of its own. */
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:IMR|Final|MAXIMUS|Reviewer(?:'s)?|Expert Reviewer(?:'s)?)\\s)?(?:Decision|Determination|Outcome|Result)",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_LABEL_LENGTH = 40;
    /** Maximum length of a leading number such as {@code VIII.} */
    private static final int MAX_NUMBER_LENGTH = 5;
    /** The end of a rationale, beyond which no heading extends. */
    private static final String CLOSING = "medically necessary. ";

    private static final int NOT_FOUND = -1;

    private final FoldedText letter;
    private final String text;
    private final int lower;
    private final int end;
    /** Start of the last match of {@link #REMAINDER}; computed on first use. */
    private int lastRemainder = Integer.MIN_VALUE;

    private int lastOriginal = Integer.MIN_VALUE;

    private HeadingStart(FoldedText letter, int lower, int end) {
        this.letter = letter;
        this.text = letter.text();
        this.lower = lower;
        this.end = end;
    }

    /**
     * Returns the start of the heading that ends at {@code end}, but not before {@code lower}.
     */
    static int find(FoldedText letter, int lower, int end) {
        return new HeadingStart(letter, lower, end).find();
    }

    /**
     * Whether a sentence ends at a position.
     */
    static boolean endsSentence(String text, int end) {
        return ".?!\"\u201d".indexOf(text.charAt(end - 1)) >= 0;
    }

    /**
     * Removes the label of the decision from the end of a request.
     */
    static Range withoutLabel(FoldedText letter, Range request) {
        int line = Math.max(
                letter.lastIndexOf("\n", request.start(), request.end() - 1) + 1,
                letter.lineStartBefore(request.end()));
        return line > request.start() && isLabel(letter, line, request.end())
                ? letter.trimmed(request.start(), line)
                : request;
    }

    private static boolean isLabel(FoldedText letter, int start, int end) {
        var line = letter.trimmed(start, end);
        return line.end() - line.start() <= MAX_LABEL_LENGTH
                && letter.matcher(LABEL, line.start(), line.end()).matches();
    }

    private int find() {
        int paragraph = letter.lastIndexOf("\n\n", lower, end - 1);
        if (paragraph > lower && isLabel(letter, paragraph + 2, end)) {
            return find(letter, lower, letter.trimmed(lower, paragraph).end());
        }
        int start = paragraph >= 0 ? paragraph + 2 : lineStart();
        int closing = letter.lastIndexOf(CLOSING, lower, end - CLOSING.length());
        return withOriginalRequest(closing >= start ? closing + CLOSING.length() : start);
    }

    /** Extends the heading to preceding paragraphs or lines if it is that of a modified request which began there. */
    private int withOriginalRequest(int start) {
        if (!letter.matcher(REMAINDER, start, end).find()) {
            return start;
        }
        findFormula();
        if (lastOriginal >= start || lastOriginal < lower) {
            return start;
        }
        int paragraph = letter.lastIndexOf("\n\n", lower, lastOriginal);
        return paragraph >= 0 ? paragraph + 2 : start;
    }

    /**
     * In text without paragraphs, returns the start of the first line that follows the end of a sentence, searching backward from the
     * decision.
     */
    private int lineStart() {
        for (int at = letter.lineStartBefore(end); at > lower; at = letter.lineStartBefore(at)) {
            var before = letter.trimmed(lower, at);
            if (!before.isEmpty() && endsSentence(text, before.end()) && !isWithinFormula(at)) {
                return at;
            }
        }
        return sentenceStart();
    }

    private int sentenceStart() {
        for (int at = letter.lastIndexOf(". ", lower, end); at > lower; at = letter.lastIndexOf(". ", lower, at - 1)) {
            if (at - lower > MAX_NUMBER_LENGTH && !isWithinFormula(at + 2)) {
                return at + 2;
            }
        }
        return lower;
    }

    private boolean isWithinFormula(int at) {
        findFormula();
        return lastRemainder >= at && lastOriginal < at;
    }

    private void findFormula() {
        if (lastRemainder == Integer.MIN_VALUE) {
            lastRemainder = last(REMAINDER);
            lastOriginal = last(ORIGINAL);
        }
    }

    private int last(KeywordPattern pattern) {
        var match = letter.matcher(pattern, lower, end);
        int last = NOT_FOUND;
        while (match.find()) {
            last = match.start();
        }
        return last;
    }
}
