package org.precedent.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.precedent.search.Snippet;
import org.precedent.search.Snippet.Piece;

/**
 * A snippet with ellipses where the text goes on: before it unless it begins the text or a sentence, after it unless a
 * sentence ends with it.
 *
 * @param pieces in order
 */
public record SnippetView(List<Piece> pieces) {
    private static final Set<Character> ENDS = Set.of('.', '?', '!', ':', '"', '”', ')');

    public SnippetView {
        pieces = List.copyOf(pieces);
    }

    public static SnippetView of(Snippet snippet, boolean first) {
        var text = snippet.text().strip();
        boolean within = !text.isEmpty() && Character.isLowerCase(text.charAt(0));
        boolean ended = !text.isEmpty() && ENDS.contains(text.charAt(text.length() - 1));
        var pieces = new ArrayList<Piece>();
        if (!first || within) {
            pieces.add(new Piece("… ", false));
        }
        pieces.addAll(snippet.pieces());
        if (!ended) {
            pieces.add(new Piece(" …", false));
        }
        return new SnippetView(pieces);
    }

    public static List<SnippetView> all(List<Snippet> snippets) {
        return IntStream.range(0, snippets.size())
                .mapToObj(i -> of(snippets.get(i), i == 0))
                .toList();
    }
}
