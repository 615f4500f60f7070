package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.text.TextPosition;
import org.precedent.document.pdf.Page.Line;
import org.precedent.document.pdf.Page.Word;

/**
 * Collects the words that PDFBox finds on one printed line and builds the {@link Line}: its text, its vertical position and the position of
 * its first word. Letter-spaced words are joined.
 */
final class LineBuilder {
    private final StringBuilder text = new StringBuilder();
    private final List<LetterSpacing.Piece> pieces = new ArrayList<>();
    private float y;
    private boolean hasSingles;

    void add(String word, List<TextPosition> positions) {
        if (positions.isEmpty()) {
            text.append(word);
            return;
        }
        var first = positions.getFirst();
        var last = positions.getLast();
        if (pieces.isEmpty()) {
            y = first.getYDirAdj();
        }
        hasSingles |=
                word.length() == 1 && !pieces.isEmpty() && pieces.getLast().isSingle();
        pieces.add(new LetterSpacing.Piece(
                word, first.getXDirAdj(), last.getXDirAdj() + last.getWidthDirAdj(), firstWord(word, positions)));
        text.append(word);
    }

    /** PDFBox returns words separated by space characters as one piece. */
    private static Word firstWord(String word, List<TextPosition> positions) {
        float left = positions.getFirst().getXDirAdj();
        if (word.indexOf(' ') < 0) {
            var last = positions.getLast();
            return new Word(left, last.getXDirAdj() + last.getWidthDirAdj(), Float.POSITIVE_INFINITY);
        }
        float right = left;
        boolean ended = false;
        for (var position : positions) {
            boolean blank = position.getUnicode().isBlank();
            if (ended && !blank) {
                return new Word(left, right, position.getXDirAdj());
            }
            ended |= blank;
            right = ended ? right : position.getXDirAdj() + position.getWidthDirAdj();
        }
        return new Word(left, right, Float.POSITIVE_INFINITY);
    }

    void addSeparator() {
        text.append(' ');
    }

    /**
     * Returns the line and resets the builder for the next one; empty if nothing was added.
     */
    Optional<Line> end() {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var words = hasSingles ? LetterSpacing.join(pieces, text.toString()) : text.toString();
        var line = new Line(words.stripTrailing(), y, first());
        text.setLength(0);
        pieces.clear();
        hasSingles = false;
        return Optional.of(line);
    }

    private Word first() {
        if (pieces.isEmpty()) {
            return new Word(0, 0, Float.POSITIVE_INFINITY);
        }
        var first = pieces.getFirst().first();
        return first.next() == Float.POSITIVE_INFINITY && pieces.size() > 1
                ? new Word(first.left(), first.right(), pieces.get(1).left())
                : first;
    }
}
