package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.text.TextPosition;
import org.precedent.document.pdf.Page.Word;

/**
 * Joins letter-spaced text into words. Character spacing set in the text state is added to the width of each character; letters positioned
 * one by one appear as a run of single letters at even distances.
 */
final class LetterSpacing {
    /** Character spacing, relative to the font size, above which PDFBox would see gaps between words. */
    private static final float MIN_SPACING = 0.08f;

    /** Minimum number of consecutive single letters that form a letter-spaced word. */
    private static final int MIN_LETTERS = 4;

    /** Factor by which a distance must exceed the usual one to be a gap between words. */
    private static final float GAP = 1.6f;

    /**
     * A word of a line, as found by PDFBox.
     *
     * @param first its first part, if it contains spaces
     */
    record Piece(String text, float left, float right, Word first) {
        boolean isSingle() {
            return text.length() == 1 && Character.isLetterOrDigit(text.charAt(0));
        }
    }

    private LetterSpacing() {}

    /**
     * Returns a character widened by the character spacing of the text state.
     *
     * @param advance width of the character, in units of the font size
     */
    static TextPosition widen(TextPosition character, PDTextState state, float advance) {
        float size = state.getFontSize();
        float spacing = state.getCharacterSpacing();
        if (spacing <= MIN_SPACING * Math.abs(size) || advance <= 0 || size <= 0) {
            return character;
        }
        float factor = 1 + spacing / (advance * size);
        float x = character.getTextMatrix().getTranslateX();
        float y = character.getTextMatrix().getTranslateY();
        return new TextPosition(
                character.getRotation(),
                character.getPageWidth(),
                character.getPageHeight(),
                character.getTextMatrix(),
                x + (character.getEndX() - x) * factor,
                y + (character.getEndY() - y) * factor,
                character.getHeight(),
                character.getIndividualWidths()[0] * factor,
                character.getWidthOfSpace(),
                character.getUnicode(),
                character.getCharacterCodes(),
                character.getFont(),
                character.getFontSize(),
                (int) character.getFontSizeInPt());
    }

    /**
     * Returns a line with its runs of single letters joined into words.
     *
     * @param text the line without such joining
     */
    static String join(List<Piece> pieces, String text) {
        var joined = new StringBuilder();
        boolean changed = false;
        for (int from = 0; from < pieces.size(); ) {
            int to = from;
            while (to < pieces.size() && pieces.get(to).isSingle()) {
                to++;
            }
            boolean isRow = to - from >= MIN_LETTERS && isWord(pieces.subList(from, to));
            int end = Math.max(to, from + 1);
            for (int i = from; i < end; i++) {
                boolean parts = i > 0 && !(isRow && i > from && !isGap(pieces, i, pieces.subList(from, to)));
                joined.append(parts ? " " : "").append(pieces.get(i).text());
            }
            changed |= isRow;
            from = end;
        }
        return changed ? joined.toString() : text;
    }

    /** Whether a run of single letters is a word rather than a list of letters or digits. */
    private static boolean isWord(List<Piece> row) {
        long small = row.stream()
                .filter(p -> Character.isLowerCase(p.text.charAt(0)))
                .count();
        long letters =
                row.stream().filter(p -> Character.isLetter(p.text.charAt(0))).count();
        return small >= row.size() / 2 || letters >= 2 * MIN_LETTERS;
    }

    private static boolean isGap(List<Piece> pieces, int at, List<Piece> row) {
        var distances = new ArrayList<Float>();
        for (int i = 1; i < row.size(); i++) {
            distances.add(row.get(i).left - row.get(i - 1).right);
        }
        Collections.sort(distances);
        float usual = distances.get(distances.size() / 3);
        return pieces.get(at).left - pieces.get(at - 1).right > GAP * Math.max(usual, 0.5f);
    }
}
