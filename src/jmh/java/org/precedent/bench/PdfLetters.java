package org.precedent.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * Prints a letter's text as a PDF with as many lines per page as real letters have.
 */
final class PdfLetters {
    private static final int LINES_A_PAGE = 54;
    private static final float LEADING = 13;
    private static final float SIZE = 11;
    private static final float MARGIN = 72;

    private PdfLetters() {}

    static byte[] print(String text) throws IOException {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(FontName.TIMES_ROMAN);
            var lines = text.lines().toList();
            for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
                page(document, font, lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE)));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void page(PDDocument document, PDFont font, java.util.List<String> lines) throws IOException {
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, SIZE);
            content.setLeading(LEADING);
            content.newLineAtOffset(MARGIN, PDRectangle.LETTER.getHeight() - MARGIN);
            for (var line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
