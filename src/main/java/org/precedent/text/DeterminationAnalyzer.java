package org.precedent.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/**
 * Lucene analyzer for texts of determinations: tokens of {@link Tokenizer} as terms of {@link IndexTerms}, with positions, offsets, and
 * boundary terms for sentences and paragraphs. Lucene tools that accept an analyzer can use it to read or write the same terms.
 */
public final class DeterminationAnalyzer extends Analyzer {
    /** Position gap between values of one field: greater than any proximity distance, so that none spans two values. */
    private static final int VALUE_GAP = 10_000;

    private final Tokenizer words;

    public DeterminationAnalyzer(Tokenizer words) {
        this.words = words;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var stream = new PositionalTokenStream(List.of());
        var buffer = new TextBuffer();
        return new TokenStreamComponents(
                reader -> {
                    var text = buffer.read(reader);
                    stream.read(text, words.tokenize(text));
                },
                stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return VALUE_GAP;
    }

    /** Reads texts into one reusable array; most are labels of a few words. */
    private static final class TextBuffer {
        private static final int FIRST_LENGTH = 256;

        private char[] chars = new char[FIRST_LENGTH];

        String read(Reader reader) {
            try {
                int length = 0;
                int read = reader.read(chars, 0, chars.length);
                while (read >= 0) {
                    length += read;
                    if (length == chars.length) {
                        chars = Arrays.copyOf(chars, chars.length * 2);
                    }
                    read = reader.read(chars, length, chars.length - length);
                }
                return new String(chars, 0, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
