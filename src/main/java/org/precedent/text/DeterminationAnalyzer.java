package org.precedent.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/**
 * Lucene analyzer of the texts of determinations: tokens of {@link Tokenizer} as terms of {@link IndexTerms}, with positions,
 * offsets, and boundary terms of sentences and paragraphs. Any tool that takes an analyzer reads and writes the same terms.
 */
public final class DeterminationAnalyzer extends Analyzer {
    /** Positions between values of one field: more than any proximity spans, so that none reaches from one into another. */
    private static final int VALUE_GAP = 10_000;

    private final Tokenizer words;

    public DeterminationAnalyzer(Tokenizer words) {
        this.words = words;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var stream = new PositionalTokenStream(List.of());
        return new TokenStreamComponents(
                reader -> {
                    var text = text(reader);
                    stream.read(text, words.tokenize(text));
                },
                stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return VALUE_GAP;
    }

    private static String text(Reader reader) {
        try {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
