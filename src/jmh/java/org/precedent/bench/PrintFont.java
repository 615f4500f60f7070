package org.precedent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * A font that is not embedded, has a standard encoding, and lists its widths.
 */
final class PrintFont {
    static final PrintFont REGULAR = new PrintFont("TimesNewRomanPSMT", FontName.TIMES_ROMAN);
    static final PrintFont BOLD = new PrintFont("TimesNewRomanPS-BoldMT", FontName.TIMES_BOLD);
    static final PrintFont SANS = new PrintFont("ArialMT", FontName.HELVETICA);
    static final List<PrintFont> ALL = List.of(REGULAR, BOLD, SANS);

    private static final int FIRST = 32;
    private static final int LAST = 126;

    private final String face;

    /** The width of each character from the first one on. */
    private final List<Integer> widths;

    private PrintFont(String face, FontName metrics) {
        this.face = face;
        var standard = new PDType1Font(metrics);
        this.widths = IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(code -> width(standard, code))
                .toList();
    }

    private static Integer width(PDFont font, int code) {
        try {
            return Math.round(font.getWidth(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the font, also as a resource of a page. */
    String name() {
        return face;
    }

    /** The width of a text in units of the font size. */
    float width(String text) {
        return text.chars().map(c -> widths.get(c - FIRST)).sum() / 1000f;
    }

    /** The font as an object for a document. */
    PDFont create() throws IOException {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TRUE_TYPE);
        font.setName(COSName.BASE_FONT, face);
        font.setInt(COSName.FIRST_CHAR, FIRST);
        font.setInt(COSName.LAST_CHAR, LAST);
        font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
        var listed = new COSArray();
        widths.forEach(width -> listed.add(COSInteger.get(width)));
        font.setItem(COSName.WIDTHS, listed);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, face);
        descriptor.setInt(COSName.FLAGS, 32);
        descriptor.setInt(COSName.ASCENT, 891);
        descriptor.setInt(COSName.DESCENT, -216);
        descriptor.setInt(COSName.CAP_HEIGHT, 693);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.STEM_V, 40);
        descriptor.setItem(COSName.FONT_BBOX, new PDRectangle(-568, -216, 2614, 909));
        font.setItem(COSName.FONT_DESC, descriptor);
        return new PDTrueTypeFont(font);
    }
}
