package org.precedent.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The extent of a sentence, in characters and in tokens.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param first index of its first token
 * @param last index of its last token
 */
public record SentenceSpan(int start, int end, int first, int last) {
    private static final String OPENERS = "\"'([{\u201c\u2018";

    public static List<SentenceSpan> sentences(String text, List<Token> tokens) {
        var starts = new ArrayList<Integer>();
        for (int i = 0; i < tokens.size(); i++) {
            if (i == 0 || tokens.get(i).sentence() != tokens.get(i - 1).sentence()) {
                starts.add(i);
            }
        }
        var sentences = new ArrayList<SentenceSpan>();
        for (int i = 0; i < starts.size(); i++) {
            int first = starts.get(i);
            int last = (i + 1 < starts.size() ? starts.get(i + 1) : tokens.size()) - 1;
            int start = i == 0
                    ? 0
                    : opening(
                            text,
                            tokens.get(first).start(),
                            tokens.get(first - 1).end());
            int end = last + 1 < tokens.size()
                    ? opening(
                            text, tokens.get(last + 1).start(), tokens.get(last).end())
                    : text.length();
            sentences.add(trimmed(text, start, end, first, last));
        }
        return sentences;
    }

    /** Moves the start back over brackets and quotes that open immediately before the sentence. */
    private static int opening(String text, int start, int notBefore) {
        int at = start;
        while (at > notBefore && OPENERS.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static SentenceSpan trimmed(String text, int start, int end, int first, int last) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new SentenceSpan(from, to, first, last);
    }
}
