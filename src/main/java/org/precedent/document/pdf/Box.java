package org.precedent.document.pdf;

import org.apache.pdfbox.util.Matrix;

/**
 * A rectangle in the user space of a page, in points from the lower left corner.
 */
record Box(float left, float bottom, float right, float top) {
    /** Contains every point. */
    static final Box EVERYWHERE =
            new Box(Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);

    /** Returns the bounds of the transformed unit square, which is where an image is drawn. */
    static Box ofUnitSquare(Matrix matrix) {
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        float a = matrix.getScaleX();
        float b = matrix.getShearY();
        float c = matrix.getShearX();
        float d = matrix.getScaleY();
        return new Box(
                x + Math.min(0, a) + Math.min(0, c),
                y + Math.min(0, b) + Math.min(0, d),
                x + Math.max(0, a) + Math.max(0, c),
                y + Math.max(0, b) + Math.max(0, d));
    }

    boolean contains(float x, float y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }

    Box intersect(Box other) {
        return new Box(
                Math.max(left, other.left),
                Math.max(bottom, other.bottom),
                Math.min(right, other.right),
                Math.min(top, other.top));
    }

    float width() {
        return Math.max(0, right - left);
    }

    float height() {
        return Math.max(0, top - bottom);
    }

    float area() {
        return width() * height();
    }
}
