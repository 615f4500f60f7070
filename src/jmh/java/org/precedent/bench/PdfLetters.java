package org.precedent.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Prints a letter's text as a PDF with the structure of posted determinations: PDF 1.6, as office programs write it, encrypted with AES and
 * an empty user password; objects in compressed streams; a structure tree and marked content; a logo; and fonts that are not embedded and
 * list their widths. Pairs of letters are kerned, so a string has about two characters; a line is shown in about three pieces; the table of
 * the case is drawn cell by cell, clipped, with borders.
 *
 * <p>The 97 real determinations on which this is modelled have, on average, 2.5 pages of 91 lines with 5,770 characters; 247 operators that
 * show text in 152 text objects, with 2,770 strings; 8,900 tokens, those in arrays included; 32 KB of page content in a file of 31 KB with
 * 117 objects. The text extracted from a printed letter is the text given, except that spaces between the columns of a table become one.
 */
final class PdfLetters {
    private static final int LINES_A_PAGE = 54;
    private static final float LEADING = 13;
    private static final float MARGIN = 72;
    private static final float HEIGHT = PDRectangle.LETTER.getHeight();

    /** Width of a column of the table of the case. */
    private static final float COLUMN = 120;

    private static final int LONGEST_CELL = 18;

    private final PDDocument document;
    private final PDStructureTreeRoot structure;
    private final PDResources resources = new PDResources();
    private final PDImageXObject logo;

    /** Decides where lines and words are divided; the same text is always divided in the same way. */
    private final SplittableRandom divisions;

    private PdfLetters(PDDocument document, String text) throws IOException {
        this.document = document;
        this.divisions = new SplittableRandom(text.hashCode());
        this.structure = new PDStructureTreeRoot();
        this.logo = JPEGFactory.createFromByteArray(document, Logo.JPEG);
        document.setVersion(1.6f);
        for (var font : PrintFont.ALL) {
            resources.put(COSName.getPDFName(font.name()), font.create());
        }
    }

    static byte[] print(String text) throws IOException {
        try (var document = new PDDocument()) {
            new PdfLetters(document, text).print(text.lines().toList());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void print(List<String> lines) throws IOException {
        for (int from = 0; from < lines.size(); from += LINES_A_PAGE) {
            page(lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE)), from == 0);
        }
        var catalog = document.getDocumentCatalog();
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        catalog.setStructureTreeRoot(structure);
        var metadata = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + " ".repeat(3_000) + "</x:xmpmeta>";
        catalog.setMetadata(
                new PDMetadata(document, new ByteArrayInputStream(metadata.getBytes(StandardCharsets.UTF_8))));
        var policy = new StandardProtectionPolicy(UUID.randomUUID().toString(), "", new AccessPermission());
        policy.setEncryptionKeyLength(128);
        policy.setPreferAES(true);
        document.protect(policy);
    }

    private void page(List<String> lines, boolean isFirst) throws IOException {
        var page = new PDPage(PDRectangle.LETTER);
        page.setResources(resources);
        document.addPage(page);
        var content = new PrintedPage(divisions);
        if (isFirst) {
            content.image(resources.add(logo).getName(), MARGIN, HEIGHT - 60, logo.getWidth() / 3f);
        }
        float y = HEIGHT - MARGIN;
        for (var line : lines) {
            var cells = List.of(line.strip().split(" {2,}"));
            if (cells.size() > 1 && cells.stream().allMatch(cell -> cell.length() <= LONGEST_CELL)) {
                content.row(cells, MARGIN, y, COLUMN);
            } else if (!line.isBlank()) {
                content.line(line, MARGIN, y);
            }
            y -= LEADING;
        }
        structure(page, content.marks());
        page.setContents(new PDStream(document, new ByteArrayInputStream(content.bytes()), COSName.FLATE_DECODE));
    }

    private void structure(PDPage page, int marks) {
        var elements = new ArrayList<PDStructureElement>();
        for (int i = 0; i < marks; i++) {
            var paragraph = new PDStructureElement("P", structure);
            paragraph.setPage(page);
            paragraph.appendKid(i);
            elements.add(paragraph);
        }
        elements.forEach(structure::appendKid);
    }

    /** A letterhead of the usual size. */
    private static final class Logo {
        private static final byte[] JPEG = jpeg();

        private static byte[] jpeg() {
            var image = new BufferedImage(376, 92, BufferedImage.TYPE_INT_RGB);
            var drawing = image.createGraphics();
            drawing.setColor(Color.WHITE);
            drawing.fillRect(0, 0, image.getWidth(), image.getHeight());
            drawing.setColor(Color.BLUE);
            for (int i = 0; i < 40; i++) {
                drawing.drawOval(9 * i, i, 50, 80 - i);
            }
            drawing.dispose();
            try {
                var bytes = new ByteArrayOutputStream();
                javax.imageio.ImageIO.write(image, "jpg", bytes);
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
