package org.precedent.highlight;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.precedent.text.Stemmer;
import org.precedent.text.Token;

/**
 * Term positions in a tokenized text.
 *
 * @param tokens of the text, in order
 */
record TokenPositions(List<Token> tokens) implements TermPositions {
    private static final int[] NONE = {};

    @Override
    public int[] positions(Term term) {
        return switch (term) {
            case Term.Stem stem ->
                positionsOf(
                        Stemmer.sharesInitial(stem.stem()) ? stem.stem() : "",
                        t -> t.stem().equals(stem.stem()));
            case Term.Form form -> positionsOf(form.form(), t -> t.form().equals(form.form()));
            case Term.Start start -> positionsOf(start.start(), t -> t.form().startsWith(start.start()));
        };
    }

    // most words differ from the wanted one in their first letter and need not be analyzed
    private int[] positionsOf(String start, Predicate<Token> filter) {
        boolean any = start.isEmpty();
        char first = any ? ' ' : start.charAt(0);
        var found = NONE;
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            if ((any || token.mayStartWith(first)) && filter.test(token)) {
                found = count < found.length ? found : Arrays.copyOf(found, 2 * count + 4);
                found[count++] = i;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
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
