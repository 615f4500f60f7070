package org.precedent.document.pdf;

import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/**
 * The current path of a page, built from PDF path operators: its bounds, and whether it consists only of upright rectangles or of one
 * straight line. Used to find boxes painted over text.
 */
final class PaintedPath {
    private float left;
    private float bottom;
    private float right;
    private float top;
    private float lastX;
    private float lastY;
    private int points;
    private boolean slanted;

    void clear() {
        points = 0;
        slanted = false;
    }

    /** Processes a path construction operator; other operators are ignored. */
    void processOperator(String operator, List<COSBase> operands, Matrix matrix) {
        switch (operator) {
            case "re" -> rectangle(operands, matrix);
            case "m" -> add(operands, 0, matrix, true);
            case "l" -> add(operands, 0, matrix, false);
            case "c" -> curve(operands, 4, matrix);
            case "v", "y" -> curve(operands, 2, matrix);
            default -> {}
        }
    }

    private void rectangle(List<COSBase> operands, Matrix matrix) {
        float x = number(operands, 0);
        float y = number(operands, 1);
        float width = number(operands, 2);
        float height = number(operands, 3);
        add(x, y, matrix, true);
        add(x + width, y, matrix, false);
        add(x + width, y + height, matrix, false);
        add(x, y + height, matrix, false);
    }

    private void curve(List<COSBase> operands, int last, Matrix matrix) {
        add(operands, last, matrix, true);
        slanted = true;
    }

    private void add(List<COSBase> operands, int at, Matrix matrix, boolean begins) {
        add(number(operands, at), number(operands, at + 1), matrix, begins);
    }

    private void add(float x, float y, Matrix matrix, boolean begins) {
        float tx = x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX();
        float ty = x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY();
        slanted |= !begins && Math.abs(tx - lastX) > 1 && Math.abs(ty - lastY) > 1;
        left = points == 0 ? tx : Math.min(left, tx);
        right = points == 0 ? tx : Math.max(right, tx);
        bottom = points == 0 ? ty : Math.min(bottom, ty);
        top = points == 0 ? ty : Math.max(top, ty);
        lastX = tx;
        lastY = ty;
        points++;
    }

    private static float number(List<COSBase> operands, int at) {
        return at < operands.size() && operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }

    /** Returns the bounds of the path; empty if it is empty. */
    Optional<Box> bounds() {
        return points == 0 ? Optional.empty() : Optional.of(new Box(left, bottom, right, top));
    }

    /** Returns the rectangle that filling the path would paint; empty if it is not a rectangle. */
    Optional<Box> rectangle() {
        return slanted || points < 4 || points > 5 ? Optional.empty() : bounds();
    }

    /** Returns the bar that stroking the path would paint; empty unless it is a single vertical or horizontal line. */
    Optional<Box> bar(float lineWidth) {
        if (points != 2 || slanted) {
            return Optional.empty();
        }
        float half = lineWidth / 2;
        return Optional.of(
                right - left > top - bottom
                        ? new Box(left, bottom - half, right, top + half)
                        : new Box(left - half, bottom, right + half, top));
    }
}
