package org.precedent.document.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Places the characters of the strings that one operator shows in a {@link SimpleFont}; kerned text has a string for every two
 * characters. The calculations are those of PDFBox's {@code PDFStreamEngine} and {@code LegacyPDFStreamEngine}, in the same order, so that
 * the results are the same to the last bit; what is the same for all characters is calculated once.
 */
final class TextRun {
    private static final int SPACE = 32;

    private final Sheet sheet;
    private final SimpleFont font;
    private final PDFont face;
    private final Matrix ctm;
    private final Matrix textMatrix;
    private final Matrix first;
    private final float size;
    private final float scaling;
    private final float rise;
    private final float spacing;
    private final float wordSpacing;
    private final float height;
    private final float space;
    private final int sizeInPoints;
    private float left;
    private float base;

    /**
     * The visible area of a page and its rotation, in degrees.
     */
    record Sheet(float left, float bottom, float width, float height, int rotation) {
        static Sheet of(PDPage page) {
            var box = page.getCropBox();
            return new Sheet(
                    box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight(), page.getRotation());
        }

        boolean isAtOrigin() {
            return Float.compare(left, 0) == 0 && Float.compare(bottom, 0) == 0;
        }
    }

    /**
     * @param sheet must begin at the origin
     */
    TextRun(Sheet sheet, SimpleFont font, PDGraphicsState state) {
        var text = state.getTextState();
        this.sheet = sheet;
        this.font = font;
        this.face = text.getFont();
        this.ctm = state.getCurrentTransformationMatrix();
        this.textMatrix = state.getTextMatrix();
        this.size = text.getFontSize();
        this.scaling = text.getHorizontalScaling() / 100f;
        this.rise = text.getRise();
        this.spacing = text.getCharacterSpacing();
        this.wordSpacing = text.getWordSpacing();
        this.first = new Matrix(size * scaling, 0, 0, size, 0, rise)
                .multiply(textMatrix)
                .multiply(ctm);
        this.height = Math.abs(font.height() * first.getScalingFactorY());
        this.space = Math.abs(font.spaceWidth() * first.getScalingFactorX());
        this.sizeInPoints = (int) (size * textMatrix.getScalingFactorX());
        this.left = textMatrix.getTranslateX();
        this.base = textMatrix.getTranslateY();
    }

    /** Returns the matrix that maps units of the font size to user space at the current position. */
    Matrix matrix() {
        float x = rise * textMatrix.getShearX() + left;
        float y = rise * textMatrix.getScaleY() + base;
        return new Matrix(
                first.getScaleX(),
                first.getShearY(),
                first.getShearX(),
                first.getScaleY(),
                transformedX(x, y),
                transformedY(x, y));
    }

    /**
     * Returns the character at the current position.
     *
     * @param matrix of the current position
     */
    TextPosition character(int code, Matrix matrix) throws IOException {
        float advance = font.width(code) * size * scaling;
        float x = advance * textMatrix.getScaleX() + left;
        float y = advance * textMatrix.getShearY() + base;
        float endX = transformedX(x, y);
        return new TextPosition(
                sheet.rotation,
                sheet.width,
                sheet.height,
                matrix,
                endX,
                transformedY(x, y),
                height,
                endX - matrix.getTranslateX(),
                space,
                font.text(code),
                new int[] {code},
                face,
                size,
                sizeInPoints);
    }

    /** Moves the current position past a character. */
    void advance(int code) throws IOException {
        float word = code == SPACE ? wordSpacing : 0;
        move((font.width(code) * size + spacing + word) * scaling);
    }

    /**
     * Adjusts the current position between two strings.
     *
     * @param distance to the left, in thousandths of the font size
     */
    void adjust(float distance) {
        move(-distance / 1000 * size * scaling);
    }

    private void move(float distance) {
        left = finite(left + distance * textMatrix.getScaleX());
        base = finite(base + distance * textMatrix.getShearY());
    }

    /** Moves the text matrix of the graphics state to the current position. */
    void end() {
        textMatrix.setValue(2, 0, left);
        textMatrix.setValue(2, 1, base);
    }

    private float transformedX(float x, float y) {
        return finite(x * ctm.getScaleX() + y * ctm.getShearX() + ctm.getTranslateX());
    }

    private float transformedY(float x, float y) {
        return finite(x * ctm.getShearY() + y * ctm.getScaleY() + ctm.getTranslateY());
    }

    private static float finite(float coordinate) {
        if (!Float.isFinite(coordinate)) {
            throw new IllegalArgumentException("a character is infinitely far from the page");
        }
        return coordinate;
    }

    /**
     * A font with one byte per character, horizontal writing and widths in thousandths of the font size. PDFBox is asked once per font and
     * character for widths and texts, which it would look up in several maps for each character shown.
     */
    static final class SimpleFont {
        private static final GlyphList GLYPH_NAMES = glyphNames();
        private static final int CODES = 256;
        private static final float THOUSANDTH = 1 / 1000f;

        /** Factor that PDFBox applies to the average width of a font's characters if the font has no width for the space. */
        private static final float NARROWER = .80f;

        private final PDFont font;
        private final float height;
        private final float spaceWidth;
        private final float[] widths = new float[CODES];
        private final @Nullable String[] texts = new @Nullable String[CODES];

        /**
         * @param height of its characters, in units of the font size
         */
        SimpleFont(PDFont font, float height) {
            this.font = font;
            this.height = height;
            this.spaceWidth = spaceWidth(font);
            Arrays.fill(widths, Float.NaN);
        }

        static boolean isSimple(@Nullable PDFont font) {
            return font instanceof PDSimpleFont && !(font instanceof PDType3Font);
        }

        /** Returns the height of its characters, in units of the font size. */
        float height() {
            return height;
        }

        /** Returns the width of a space, in units of the font size. */
        float spaceWidth() {
            return spaceWidth;
        }

        /** Returns the width of a character, in units of the font size. */
        float width(int code) throws IOException {
            if (Float.isNaN(widths[code])) {
                widths[code] = font.getDisplacement(code).getX();
            }
            return widths[code];
        }

        /** Returns the text of a character: by default, the character with the same code. */
        String text(int code) throws IOException {
            var known = texts[code];
            if (known != null) {
                return known;
            }
            var mapped = font.toUnicode(code, GLYPH_NAMES);
            var text = mapped == null ? Character.toString(code) : mapped;
            texts[code] = text;
            return text;
        }

        private static float spaceWidth(PDFont font) {
            float width = font.getSpaceWidth() * THOUSANDTH;
            if (Float.compare(width, 0) == 0) {
                width = font.getAverageFontWidth() * THOUSANDTH * NARROWER;
            }
            return Float.compare(width, 0) == 0 ? 1 : width;
        }

        /** Returns the names of glyphs that PDFBox's text stripper knows. */
        private static GlyphList glyphNames() {
            try (var more =
                    GlyphList.class.getResourceAsStream("/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
                return new GlyphList(GlyphList.getAdobeGlyphList(), more);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
