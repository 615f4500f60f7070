package org.precedent.document.text;

import java.util.Locale;

/**
 * Numeral formats of automatically numbered lists.
 */
public enum ListNumber {
    /** 1, 2, 3. */
    DECIMAL,
    /** a, b, c. */
    LOWER_LETTER,
    /** A, B, C. */
    UPPER_LETTER,
    /** i, ii, iii. */
    LOWER_ROMAN,
    /** I, II, III. */
    UPPER_ROMAN;

    private static final int ALPHABET = 26;
    private static final int MAX_ROMAN = 3999;
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] NUMERALS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /**
     * Formats a number; decimal if this format has no numeral for it.
     */
    public String format(int number) {
        return switch (this) {
            case DECIMAL -> Integer.toString(number);
            case UPPER_LETTER -> letters(number);
            case LOWER_LETTER -> letters(number).toLowerCase(Locale.ROOT);
            case UPPER_ROMAN -> roman(number);
            case LOWER_ROMAN -> roman(number).toLowerCase(Locale.ROOT);
        };
    }

    /** Z is followed by AA, BB and so on, as in office programs. */
    private static String letters(int number) {
        return number < 1 || number > ALPHABET * ALPHABET
                ? Integer.toString(number)
                : Character.toString('A' + (number - 1) % ALPHABET).repeat((number - 1) / ALPHABET + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > MAX_ROMAN) {
            return Integer.toString(number);
        }
        var roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < VALUES.length; i++) {
            for (; left >= VALUES[i]; left -= VALUES[i]) {
                roman.append(NUMERALS[i]);
            }
        }
        return roman.toString();
    }
}
