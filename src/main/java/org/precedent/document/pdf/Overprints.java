package org.precedent.document.pdf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Detects characters that a page prints twice in the same place, as some programs do for bold. The rule is PDFBox's: the same character
 * less than a third of its width away, horizontally and vertically. Comparing only the few characters at that height takes a fraction of
 * PDFBox's time.
 */
final class Overprints {
    private static final int ROWS = 128;
    private static final int ROW_HEIGHT = 8;

    private static final int LATIN = 256;

    private final Map<String, Row[]> places = new HashMap<>();
    private final Row[] @Nullable [] latin = new Row[LATIN][];

    /** The positions of one character within a horizontal stripe of the page. */
    private static final class Row {
        private float[] xs = new float[8];
        private float[] ys = new float[8];
        private int size;
        private float right = Float.NEGATIVE_INFINITY;

        boolean contains(float x, float y, float tolerance) {
            if (right < x - tolerance) {
                return false;
            }
            for (int i = 0; i < size; i++) {
                if (isWithin(xs[i], x, tolerance) && isWithin(ys[i], y, tolerance)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isWithin(float place, float at, float tolerance) {
            return place >= at - tolerance && place < at + tolerance;
        }

        void add(float x, float y) {
            if (size == xs.length) {
                xs = Arrays.copyOf(xs, size * 2);
                ys = Arrays.copyOf(ys, size * 2);
            }
            xs[size] = x;
            ys[size++] = y;
            right = Math.max(right, x);
        }
    }

    /** Clears all positions, for the next page. */
    void clear() {
        places.clear();
        Arrays.fill(latin, null);
    }

    /**
     * Whether the same character was already printed here; if not, adds it.
     */
    boolean addOrIsRepeated(TextPosition character) {
        var text = character.getUnicode();
        float x = character.getX();
        float y = character.getY();
        float tolerance = character.getWidth() / text.length() / 3;
        var rows = rows(text);
        int last = row(y + tolerance);
        for (int row = row(y - tolerance); row <= last; row++) {
            if (rows[row] != null && rows[row].contains(x, y, tolerance)) {
                return true;
            }
        }
        int own = row(y);
        if (rows[own] == null) {
            rows[own] = new Row();
        }
        rows[own].add(x, y);
        return false;
    }

    private Row[] rows(String text) {
        if (text.length() != 1 || text.charAt(0) >= LATIN) {
            return places.computeIfAbsent(text, t -> new Row[ROWS]);
        }
        var rows = latin[text.charAt(0)];
        if (rows == null) {
            rows = new Row[ROWS];
            latin[text.charAt(0)] = rows;
        }
        return rows;
    }

    /** Heights off the page are assigned to the first or last stripe. */
    private static int row(float y) {
        return Math.clamp((int) (y / ROW_HEIGHT), 0, ROWS - 1);
    }
}
