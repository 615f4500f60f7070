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
 * the page. Colors, clipping paths and images are approximated for speed; in doubt, text counts as visible.
 */
final class PageInk {
    /** Images or boxes larger than this fraction of the page are its background and cover nothing. */
    private static final float BACKGROUND_SHARE = 0.5f;

    /** If images cover more than this fraction of a page without text, the page is an image. */
    private static final float MIN_IMAGE_SHARE = 0.2f;

    /** A page without text but with more filled shapes than this shows its text as outlines. */
    private static final int MAX_SHAPES = 300;

    /** A page without text but with more unmapped characters than this shows text that cannot be extracted. */
    private static final int MAX_UNMAPPED = 60;

    private static final float NEARLY_OPAQUE = 0.9f;
    private static final float MIN_SIDE = 4;

    private final Deadline deadline;
    private final Glyphs glyphs = new Glyphs();
    private final PaintedPath path = new PaintedPath();
    private final List<Box> grounds = new ArrayList<>();
    private final Deque<State> states = new ArrayDeque<>();
    private State state = new State(Box.EVERYWHERE, false);
    private Box page = Box.EVERYWHERE;
    private float pictures;
    private int shapes;
    private int glyphCount;
    private boolean clips;

    /** The state saved and restored together with the PDF graphics state. */
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
        state = new State(Box.EVERYWHERE, false);
        pictures = 0;
        shapes = 0;
        glyphCount = 0;
        clips = false;
    }

    void save() {
        states.push(state);
    }

    void restore() {
        state = states.isEmpty() ? state : states.pop();
    }

    /** Counts a drawn glyph, whether or not it maps to Unicode. */
    void countGlyph() {
        glyphCount++;
    }

    /**
     * Records a drawn character.
     *
     * @param matrix maps units of the font size to user space
     * @param width in units of the font size
     * @param off whether it belongs to a layer that is switched off
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

    /** Processes a content stream operator before PDFBox executes it. */
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
        if (width > MIN_SIDE && isOpaque(graphics, graphics.getAlphaConstant())) {
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
        if (box.height() >= MIN_SIDE && box.width() >= MIN_SIDE && box.area() < BACKGROUND_SHARE * page.area()) {
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
        boolean small = box.area() < BACKGROUND_SHARE / 2 * page.area();
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
                && pictures < BACKGROUND_SHARE * page.area()) {
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

    /** Whether images make up most of the page, so that characters drawn invisibly are the text layer of a scan. */
    private boolean isScan() {
        return pictures > BACKGROUND_SHARE * page.area();
    }

    /** Whether a page on which no text was found nevertheless shows something. */
    boolean showsMoreThanText() {
        return pictures > MIN_IMAGE_SHARE * page.area()
                || shapes > MAX_SHAPES
                || glyphCount - glyphs.size() > MAX_UNMAPPED;
    }

    /** Returns the characters that are not visible to a reader. */
    Set<TextPosition> hidden() {
        return glyphs.hidden(isScan());
    }

    /** Returns all characters of the page in drawing order. */
    List<TextPosition> characters() {
        return glyphs.positions();
    }
}
