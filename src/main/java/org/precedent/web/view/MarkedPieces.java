package org.precedent.web.view;

import org.precedent.search.Snippet.Piece;

/**
 * Thymeleaf attribute {@code pr:pieces="${snippet.pieces()}"}: writes the escaped text of the pieces, with exact matches in {@code mark}
 * elements and semantically similar words in fainter ones. A page has hundreds of pieces, which took a third of its rendering time as
 * template elements.
 */
public final class MarkedPieces extends ListDialect<Piece> {
    public MarkedPieces() {
        super("Marked pieces", "pr", "pieces", Piece.class);
    }

    @Override
    protected void append(Piece piece, StringBuilder html) {
        write(piece, html);
    }

    /**
     * Appends one piece as HTML.
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
