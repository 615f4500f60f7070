package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.precedent.determination.Span;

/**
 * Splits a rationale into sentences: at paragraphs, and at a full stop, question or exclamation mark that no abbreviation,
 * number or initial bears. Extracted text often lacks the blank between sentences ("2012.Thus far"), which is allowed for.
 */
final class SentenceSplitter {
    /** Words whose full stop ends no sentence; data of English, not of medicine. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "vs", "no", "nos", "pg", "pgs", "pp", "p", "e.g", "i.e", "eg", "ie", "etc", "al",
            "st", "approx", "fig", "ch", "sec", "inc", "ca", "cal", "u.s", "jan", "feb", "mar", "apr", "jun", "jul",
            "aug", "sept", "sep", "oct", "nov", "dec");

    private SentenceSplitter() {}

    /**
     * The sentences in order, without blanks at their ends; none is empty.
     */
    static List<Span> split(String text) {
        var sentences = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            int end = endAt(text, i);
            if (end > 0) {
                add(text, start, end, sentences);
                start = end;
                i = end - 1;
            }
        }
        add(text, start, text.length(), sentences);
        return sentences;
    }

    private static int endAt(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
            return i + 2;
        }
        if (c != '.' && c != '?' && c != '!') {
            return 0;
        }
        int next = i + 1;
        while (next < text.length() && ".?!\"\u201d)]".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next == text.length()) {
            return next;
        }
        boolean ends = text.charAt(next) <= ' ' ? startsSentence(text, next) : isGlued(text, i, next);
        return ends && !isAbbreviation(text, i) ? next : 0;
    }

    private static boolean startsSentence(String text, int blank) {
        int at = blank;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at == text.length() || !Character.isLowerCase(text.charAt(at));
    }

    private static boolean isGlued(String text, int stop, int next) {
        return stop > 0
                && next + 1 < text.length()
                && (Character.isLowerCase(text.charAt(stop - 1)) || Character.isDigit(text.charAt(stop - 1)))
                && Character.isUpperCase(text.charAt(next))
                && Character.isLowerCase(text.charAt(next + 1));
    }

    private static boolean isAbbreviation(String text, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int from = stop;
        while (from > 0
                && stop - from < 8
                && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        var word = text.substring(from, stop);
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static void add(String text, int start, int end, List<Span> sentences) {
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
