package org.precedent.highlight;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.precedent.text.Token;

/**
 * Term positions in a tokenized text.
 *
 * @param tokens of the text, in order
 */
record TokenPositions(List<Token> tokens) implements TermPositions {
    @Override
    public int[] positions(Term term) {
        return switch (term) {
            case Term.Stem stem -> positionsOf(token -> token.stem().equals(stem.stem()));
            case Term.Form form -> positionsOf(token -> token.form().equals(form.form()));
            case Term.Start start -> positionsOf(token -> token.form().startsWith(start.start()));
        };
    }

    private int[] positionsOf(Predicate<Token> filter) {
        return IntStream.range(0, tokens.size())
                .filter(i -> filter.test(tokens.get(i)))
                .toArray();
    }

    @Override
    public int sentence(int position) {
        return tokens.get(position).sentence();
    }

    @Override
    public int paragraph(int position) {
        return tokens.get(position).paragraph();
    }
}
