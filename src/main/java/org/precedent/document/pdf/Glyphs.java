package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.precedent.document.Deadline;

/**
 * The characters drawn on a page, in drawing order, with their positions in user space and whether they are visible or hidden.
 */
final class Glyphs {
    /**
     * Two heights within a character, relative to its font size. A shape that covers both covers the character; an underline or
     * strikethrough does not.
     */
    private static final float LOW = 0.1f;

    private static final float HIGH = 0.55f;
    private static final int POINT = 4;

    private final List<TextPosition> positions = new ArrayList<>();
    private float[] points = new float[POINT * 512];
    private final BitSet hidden = new BitSet();
    private final BitSet invisible = new BitSet();

    void clear() {
        positions.clear();
        hidden.clear();
        invisible.clear();
    }

    /**
     * Adds a character.
     *
     * @param matrix maps units of the font size to user space
     * @param width in units of the font size
     */
    void add(TextPosition position, Matrix matrix, float width) {
        int at = positions.size() * POINT;
        if (at == points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        float a = matrix.getScaleX();
        float b = matrix.getShearY();
        float c = matrix.getShearX();
        float d = matrix.getScaleY();
        points[at] = a * width / 2 + c * LOW + matrix.getTranslateX();
        points[at + 1] = b * width / 2 + d * LOW + matrix.getTranslateY();
        points[at + 2] = a * width / 2 + c * HIGH + matrix.getTranslateX();
        points[at + 3] = b * width / 2 + d * HIGH + matrix.getTranslateY();
        positions.add(position);
    }

    /** Marks the character added last as hidden. */
    void hideLast() {
        hidden.set(positions.size() - 1);
    }

    /** Marks the character added last as drawn in a rendering mode that paints nothing. */
    void markLastInvisible() {
        invisible.set(positions.size() - 1);
    }

    /** Hides the characters drawn so far that lie within the given box, because it is painted over them. */
    void cover(Box box, Deadline deadline) {
        deadline.check();
        for (int i = 0; i < positions.size(); i++) {
            if (isWithin(box, i)) {
                hidden.set(i);
            }
        }
    }

    boolean hasAnyWithin(Box box) {
        for (int i = 0; i < positions.size(); i++) {
            if (isWithin(box, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the character added last lies within a box. */
    boolean isLastWithin(Box box) {
        return isWithin(box, positions.size() - 1);
    }

    private boolean isWithin(Box box, int glyph) {
        int at = glyph * POINT;
        return box.contains(points[at], points[at + 1]) && box.contains(points[at + 2], points[at + 3]);
    }

    int size() {
        return positions.size();
    }

    /** Returns all characters in drawing order. */
    List<TextPosition> positions() {
        return positions;
    }

    /**
     * Returns the characters that are not visible to a reader.
     *
     * @param isScan whether the page is a scanned image; characters in a rendering mode that paints nothing are then its text layer, as
     *     they also are on a page that has no other characters
     */
    Set<TextPosition> hidden(boolean isScan) {
        if (!isScan && invisible.cardinality() < positions.size()) {
            hidden.or(invisible);
        }
        if (hidden.isEmpty()) {
            return Set.of();
        }
        var set = Collections.<TextPosition>newSetFromMap(new IdentityHashMap<>());
        hidden.stream().forEach(i -> set.add(positions.get(i)));
        return set;
    }
}
