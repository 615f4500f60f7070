package org.precedent.web.view;

import org.precedent.search.Snippet.Piece;

/**
 * Thymeleaf attribute {@code pr:pieces="${snippet.pieces()}"}: prints the text of the pieces, escaped, with those that
 * satisfied the query in {@code mark} elements, and those near in meaning to its words in fainter ones. A page has hundreds of pieces;
 * template elements for each took a third of its time.
 */
public final class MarkedPieces extends ListDialect<Piece> {
    /** The dialect, for the engine of all pages. */
    public MarkedPieces() {
        super("Marked pieces", "pr", "pieces", Piece.class);
    }

    @Override
    protected void append(Piece piece, StringBuilder html) {
        write(piece, html);
    }

    /**
     * Writes one piece as HTML.
     */
    public static void write(Piece piece, StringBuilder html) {
        var text = escaped(piece.text());
        if (piece.hit()) {
            html.append("<mark>").append(text).append("</mark>");
        } else if (piece.near().isPresent()) {
            html.append("<mark class=\"near\" title=\"near ")
                    .append(escaped(piece.near().get()))
                    .append("\">")
                    .append(text)
                    .append("</mark>");
        } else {
            html.append(text);
        }
    }
}
