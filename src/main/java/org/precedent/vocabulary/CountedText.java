package org.precedent.vocabulary;

/**
 * A text that counts every character looked at, so that patterns matched against it have a measurable cost and a time limit.
 *
 * @param text the characters
 * @param counter counts them
 */
public record CountedText(String text, StepCounter counter) implements CharSequence {
    /**
     * A text without a time limit.
     */
    public static CountedText of(String text) {
        return new CountedText(text, StepCounter.unlimited());
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
