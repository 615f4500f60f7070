package org.precedent.parse.signal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precedent.determination.Located;
import org.precedent.determination.Span;

/**
 * Locates the sentence around a mention, so that a page can quote it. Values are folded text, so their words are searched for in the source
 * text with arbitrary white space in between.
 */
final class QuotedSentence {
    private static final Pattern END = Pattern.compile("[.?!][\"\u201d)]?\\s+(?=\\p{Lu})|\n\n");

    /** Maximum length of a quoted sentence. A pattern with many more words would overflow the stack. */
    private static final int MAX_LENGTH = 2_000;

    private QuotedSentence() {}

    /**
     * Returns the span of the sentence in the source text; empty if it cannot be found there, for example because a word is split across
     * two lines, or if it is too long to quote.
     *
     * @param value a value of the determination
     * @param mention span of the mention within that value
     * @param letter the source text
     */
    static Optional<Span> around(Located<String> value, Span mention, String letter) {
        var sentence = sentence(value.value(), mention);
        if (sentence.length() > MAX_LENGTH) {
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
