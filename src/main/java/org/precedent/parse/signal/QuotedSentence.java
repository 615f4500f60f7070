package org.precedent.parse.signal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precedent.determination.Located;
import org.precedent.determination.Span;

/**
 * Locates the sentence around a mention, so that a page can quote it. A value is folded, so its words are looked for in the determination's
 * text with any white space between them.
 */
final class QuotedSentence {
    private static final Pattern END = Pattern.compile("[.?!][\"\u201d)]?\\s+(?=\\p{Lu})|\n\n");

    /** Characters beyond which a sentence is not quoted. A pattern of many more words would exhaust the stack. */
    private static final int LONGEST = 2_000;

    private QuotedSentence() {}

    /**
     * Where the sentence stands in the determination's text; empty where it cannot be found there, as when a word is broken over two lines,
     * or where it is too long to be quoted.
     *
     * @param value a text of the letter
     * @param mention within that value
     * @param letter the whole text
     */
    static Optional<Span> around(Located<String> value, Span mention, String letter) {
        var sentence = sentence(value.value(), mention);
        if (sentence.length() > LONGEST) {
            return Optional.empty();
        }
        var words = sentence.split("\\s+", -1);
        var pattern = Arrays.stream(words).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        var found = Pattern.compile(pattern)
                .matcher(letter)
                .region(value.span().start(), value.span().end());
        return found.find() ? Optional.of(new Span(found.start(), found.end())) : Optional.empty();
    }

    private static String sentence(String text, Span mention) {
        int start = 0;
        int end = text.length();
        var ends = END.matcher(text);
        while (ends.find()) {
            if (ends.end() <= mention.start()) {
                start = ends.end();
            } else if (ends.start() >= mention.end()) {
                end = ends.start() + 1;
                break;
            }
        }
        return text.substring(start, end).strip();
    }
}
