package org.precedent.document.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.precedent.document.Deadline;

/**
 * Tracks what is painted on a page, to decide which of its text is visible: opaque boxes over text, images, white text, and text outside
 * the page. Colors, clips and images are approximated for speed; in doubt, text counts as visible.
 */
final class PageInk {
    /** A picture or box beyond this part of a page is the page itself or its ground, and covers nothing. */
    private static final float GROUND = 0.5f;

    /** Pictures beyond this part of a page make a page without text a picture. */
    private static final float PICTURE = 0.2f;

    /** Filled shapes beyond which a page without text shows text as outlines. */
    private static final int OUTLINES = 300;

    /** Characters without Unicode beyond which a page without text shows text that cannot be extracted. */
    private static final int UNMAPPED = 60;

    private static final float NEARLY_OPAQUE = 0.9f;
    private static final float THINNEST = 4;

    private final Deadline deadline;
    private final Glyphs glyphs = new Glyphs();
    private final PaintedPath path = new PaintedPath();
    private final List<Box> grounds = new ArrayList<>();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State(Box.ALL, false);
    private Box page = Box.ALL;
    private float pictures;
    private int shapes;
    private int drawn;
    private boolean clips;

    /** What is saved and restored with the graphics state. */
    private record State(Box clip, boolean white) {}

    PageInk(Deadline deadline) {
        this.deadline = deadline;
    }

    void begin(PDPage next) {
        var box = next.getCropBox();
        page = new Box(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY());
        glyphs.clear();
        path.clear();
        grounds.clear();
        states.clear();
        state = new State(Box.ALL, false);
        pictures = 0;
        shapes = 0;
        drawn = 0;
        clips = false;
    }

    void save() {
        states.push(state);
    }

    void restore() {
        state = states.isEmpty() ? state : states.pop();
    }

    /** Notes that a glyph is drawn, whether or not it has a Unicode. */
    void countGlyph() {
        drawn++;
    }

    /**
     * Notes a character.
     *
     * @param matrix from units of the font size to user space
     * @param width in units of the font size
     * @param off it belongs to a layer that is switched off
     */
    void add(TextPosition character, Matrix matrix, float width, PDGraphicsState graphics, boolean off) {
        glyphs.add(character, matrix, width);
        var mode = graphics.getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            glyphs.markLastInvisible();
        } else if (off || !glyphs.isLastWithin(page) || isWhiteOnWhite(mode)) {
            glyphs.hideLast();
        }
    }

    private boolean isWhiteOnWhite(RenderingMode mode) {
        return state.white && mode == RenderingMode.FILL && grounds.stream().noneMatch(glyphs::isLastWithin);
    }

    /** Takes an operator and its operands before it is carried out. */
    void processOperator(String operator, List<COSBase> operands, PDGraphicsState graphics, PDResources resources)
            throws IOException {
        switch (operator) {
            case "re", "m", "l", "c", "v", "y" ->
                path.processOperator(operator, operands, graphics.getCurrentTransformationMatrix());
            case "f", "F", "f*", "B", "B*", "b", "b*" -> fill(graphics);
            case "S", "s" -> stroke(graphics);
            case "W", "W*" -> clips = true;
            case "n" -> endPath();
            case "Do" -> picture(operands, graphics, resources);
            case "BI" -> picture(Box.ofUnitSquare(graphics.getCurrentTransformationMatrix()));
            case "g", "rg", "k", "sc", "scn" -> state = new State(state.clip, isWhite(operands));
            case "cs" -> state = new State(state.clip, false);
            default -> {}
        }
    }

    private void endPath() {
        if (clips) {
            path.bounds().ifPresent(box -> state = new State(state.clip.intersect(box), state.white));
            clips = false;
        }
        path.clear();
    }

    private void fill(PDGraphicsState graphics) {
        shapes++;
        path.bounds().filter(box -> !state.white).ifPresent(grounds::add);
        if (isOpaque(graphics, graphics.getNonStrokeAlphaConstant())) {
            path.rectangle().ifPresent(this::cover);
        }
        endPath();
    }

    private void stroke(PDGraphicsState graphics) {
        var matrix = graphics.getCurrentTransformationMatrix();
        float width = graphics.getLineWidth() * Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
        if (width > THINNEST && isOpaque(graphics, graphics.getAlphaConstant())) {
            path.bar(width).ifPresent(this::cover);
        }
        endPath();
    }

    private static boolean isOpaque(PDGraphicsState graphics, double alpha) {
        var mode = graphics.getBlendMode();
        return alpha > NEARLY_OPAQUE && (BlendMode.NORMAL.equals(mode) || BlendMode.COMPATIBLE.equals(mode));
    }

    private void cover(Box painted) {
        var box = painted.intersect(state.clip);
        if (box.height() >= THINNEST && box.width() >= THINNEST && box.area() < GROUND * page.area()) {
            glyphs.cover(box, deadline);
        }
    }

    private void picture(List<COSBase> operands, PDGraphicsState graphics, PDResources resources) throws IOException {
        if (operands.isEmpty()
                || !(operands.getFirst() instanceof COSName name)
                || resources == null
                || !resources.isImageXObject(name)) {
            return;
        }
        var box = Box.ofUnitSquare(graphics.getCurrentTransformationMatrix());
        boolean small = box.area() < GROUND / 2 * page.area();
        if (small && isOpaque(graphics, graphics.getNonStrokeAlphaConstant()) && glyphs.hasAnyWithin(box)) {
            coverWith(box, name, resources);
        }
        picture(box);
    }

    private void coverWith(Box box, COSName name, PDResources resources) throws IOException {
        if (resources.getXObject(name) instanceof PDImageXObject image
                && !image.isStencil()
                && !image.getCOSObject().containsKey(COSName.SMASK)
                && !image.getCOSObject().containsKey(COSName.MASK)
                && pictures < GROUND * page.area()) {
            cover(box);
        }
    }

    private void picture(Box box) {
        var seen = box.intersect(page).intersect(state.clip);
        pictures += seen.area();
        grounds.add(seen);
    }

    private static boolean isWhite(List<COSBase> operands) {
        float all = operands.size() == 4 ? 0 : 1;
        return !operands.isEmpty()
                && operands.stream().allMatch(o -> o instanceof COSNumber number && number.floatValue() == all);
    }

    /** Whether pictures make up most of the page, so that characters that paint nothing are its text layer. */
    private boolean isScan() {
        return pictures > GROUND * page.area();
    }

    /** Whether a page on which no text was found shows something all the same. */
    boolean showsMoreThanText() {
        return pictures > PICTURE * page.area() || shapes > OUTLINES || drawn - glyphs.size() > UNMAPPED;
    }

    /** The characters no reader sees. */
    Set<TextPosition> hidden() {
        return glyphs.hidden(isScan());
    }

    /** All characters of the page, in the order drawn. */
    List<TextPosition> characters() {
        return glyphs.positions();
    }
}
