package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.precedent.determination.Span;

/**
 * Splits a rationale into sentences: at paragraph breaks, and at a period, question mark or exclamation mark that does not belong to an
 * abbreviation, number or initial. Handles a missing space between sentences ("2012.Thus far"), which is common in extracted text.
 */
final class SentenceSplitter {
    /** Abbreviations whose period does not end a sentence; general English, not medical vocabulary. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "vs", "no", "nos", "pg", "pgs", "pp", "p", "e.g", "i.e", "eg", "ie", "etc", "al",
            "st", "approx", "fig", "ch", "sec", "inc", "ca", "cal", "u.s", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sept", "sep", "oct", "nov", "dec");

    private static final String STOPS_AND_QUOTES = ".?!\"\u201d)]";

    private SentenceSplitter() {}

    /**
     * A run of periods, other punctuation and closing quotes, which is processed once regardless of its length.
     *
     * @param end one past its last character
     * @param closes whether the text that follows can begin a sentence
     */
    private record Stops(int end, boolean closes) {
        static Stops from(CharSequence text, int start) {
            int end = start + 1;
            while (end < text.length() && STOPS_AND_QUOTES.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            return new Stops(end, end == text.length() || (text.charAt(end) <= ' ' && startsSentence(text, end)));
        }
    }

    /**
     * Returns the sentences in order, trimmed; none is empty.
     */
    static List<Span> split(CharSequence text) {
        var sentences = new ArrayList<Span>();
        int start = 0;
        var stops = new Stops(0, false);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = 0;
            if (c == '.' || c == '?' || c == '!') {
                stops = i < stops.end ? stops : Stops.from(text, i);
                end = isEnd(text, i, stops) ? stops.end : 0;
            } else if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                end = i + 2;
            }
            if (end > 0) {
                add(text, start, end, sentences);
                start = end;
                i = end - 1;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    private static boolean isEnd(CharSequence text, int i, Stops stops) {
        return stops.end == text.length()
                || ((stops.closes || isGlued(text, i, stops.end)) && !isAbbreviation(text, i));
    }

    private static boolean startsSentence(CharSequence text, int blank) {
        int at = blank;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at == text.length() || !Character.isLowerCase(text.charAt(at));
    }

    private static boolean isGlued(CharSequence text, int stop, int next) {
        return stop > 0
                && next + 1 < text.length()
                && (Character.isLowerCase(text.charAt(stop - 1)) || Character.isDigit(text.charAt(stop - 1)))
                && Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(next + 1));
    }

    private static boolean isAbbreviation(CharSequence text, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int from = stop;
        while (from > 0
                && stop - from < 8
                && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        var word = text.subSequence(from, stop).toString();
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void add(CharSequence text, int start, int end, List<Span> sentences) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        if (from < to) {
            sentences.add(new Span(from, to));
        }
    }
}
