package org.precedent.search;

import java.util.List;
import java.util.Optional;

/**
 * A passage of text as a list of pieces; the highlighted pieces are exactly the words that satisfied the query. Escaping is
 * left to the renderer.
 *
 * @param pieces in order, none empty
 */
public record Snippet(List<Piece> pieces) {
    public Snippet {
        pieces = List.copyOf(pieces);
    }

    /**
     * A run of text, highlighted or not.
     *
     * @param text as in the determination
     * @param hit whether it satisfied the query
     * @param near the query words to which it is related in meaning, if it is not itself a match; empty otherwise
     */
    public record Piece(String text, boolean hit, Optional<String> near) {
        public Piece(String text, boolean hit) {
            this(text, hit, Optional.empty());
        }
    }

    /**
     * The passage without highlighting.
     */
    public String text() {
        var text = new StringBuilder();
        pieces.forEach(p -> text.append(p.text()));
        return text.toString();
    }
}
