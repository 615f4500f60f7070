package org.precedent.vocabulary;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that counts every character read, so that patterns matched against it have a measurable cost and a time limit. Match patterns by
 * {@link #matcher}, which skips counting if the {@linkplain StepCounter#forText text is short}.
 *
 * @param text the characters
 * @param counter counts the characters read
 */
public record CountedText(String text, StepCounter counter) implements CharSequence {
    /**
     * A text without a time limit.
     */
    public static CountedText of(String text) {
        return new CountedText(text, StepCounter.unlimited());
    }

    /**
     * The text itself if it is already a counted one; otherwise one without a time limit.
     */
    public static CountedText from(CharSequence text) {
        return text instanceof CountedText counted
                ? counted
                : new CountedText(text.toString(), StepCounter.forText(Duration.ofDays(1), text.length()));
    }

    /**
     * A matcher of a pattern against this text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern) {
        return matcher(pattern, 0, text.length());
    }

    /**
     * A matcher of a pattern against a range of this text; its steps are counted.
     */
    public Matcher matcher(Pattern pattern, int start, int end) {
        if (counter.isExact()) {
            return pattern.matcher(this).region(start, end);
        }
        counter.add(end - start);
        return pattern.matcher(text).region(start, end);
    }

    @Override
    public char charAt(int index) {
        counter.step();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        counter.add(end - start);
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
