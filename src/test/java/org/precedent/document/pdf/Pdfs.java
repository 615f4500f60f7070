package org.precedent.document.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;

/**
 * Creates PDFs for tests.
 */
public final class Pdfs {
    private static final float LEFT = 72;
    private static final float TOP = 720;
    private static final float LINE = 13.8f;
    private static final float RIGHT_COLUMN = 320;

    private Pdfs() {}

    /**
     * A PDF with these pages. Text after a {@code |} goes into a right-hand column.
     */
    public static byte[] of(String... pages) {
        return save(document(List.of(pages)));
    }

    /**
     * A page with a form: one filled-in text field per value, one below the other.
     *
     * @param isDrawn whether the fields have appearance streams, as they do if the program that filled them in drew the values
     */
    public static byte[] filledForm(String page, boolean isDrawn, String... values) {
        var document = document(List.of(page));
        var form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        var resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        try {
            for (int i = 0; i < values.length; i++) {
                var field = new PDTextField(form);
                field.setPartialName("field" + i);
                var widget = field.getWidgets().getFirst();
                widget.setRectangle(new PDRectangle(LEFT, 400 - 30 * i, 400, 16));
                widget.setPage(document.getPage(0));
                widget.setPrinted(true);
                document.getPage(0).getAnnotations().add(widget);
                form.getFields().add(field);
                field.setValue(values[i]);
                if (!isDrawn) {
                    widget.getCOSObject().removeItem(COSName.AP);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save(document);
    }

    /**
     * A PDF that forbids copying text, like the letters as posted.
     */
    public static byte[] copyRestricted(String... pages) {
        return encrypted("", pages);
    }

    public static byte[] withPassword(String... pages) {
        return encrypted("secret", pages);
    }

    /**
     * Pages that consist of one image each.
     */
    public static byte[] scanned(BufferedImage... pictures) {
        var document = new PDDocument();
        for (var picture : pictures) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 612, 792);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return save(document);
    }

    private static byte[] encrypted(String userPassword, String... pages) {
        var document = document(List.of(pages));
        var allowed = new AccessPermission();
        allowed.setCanExtractContent(false);
        var policy = new StandardProtectionPolicy("owner", userPassword, allowed);
        policy.setEncryptionKeyLength(128);
        policy.setPreferAES(true);
        try {
            document.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save(document);
    }

    /**
     * A page whose first line is printed twice, offset by half a point, as some programs do for bold type.
     */
    public static byte[] overprinted(String bold, String plain) {
        var document = document(List.of(bold + "\n" + plain));
        try (var content = new PDPageContentStream(
                document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.transform(Matrix.getTranslateInstance(0.5f, 0));
            print(content, bold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save(document);
    }

    /**
     * Pages with these content streams. They can use the font {@code F1}, the image {@code Im1}, and the hidden layer {@code Off}.
     */
    public static byte[] drawn(String... contents) {
        var document = new PDDocument();
        try {
            var layer = new PDOptionalContentGroup("draft");
            var layers = new PDOptionalContentProperties();
            layers.addGroup(layer);
            layers.setGroupEnabled(layer, false);
            document.getDocumentCatalog().setOCProperties(layers);
            var picture =
                    LosslessFactory.createFromImage(document, new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY));
            for (var content : contents) {
                var page = new PDPage(PDRectangle.LETTER);
                var resources = new PDResources();
                resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.TIMES_ROMAN));
                resources.put(COSName.getPDFName("Im1"), picture);
                resources.put(COSName.getPDFName("Off"), layer);
                page.setResources(resources);
                page.setContents(new PDStream(
                        document, new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1))));
                document.addPage(page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return save(document);
    }

    private static PDDocument document(List<String> pages) {
        var document = new PDDocument();
        for (var text : pages) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                print(content, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return document;
    }

    private static void print(PDPageContentStream content, String text) throws IOException {
        float y = TOP;
        for (var line : text.split("\n", -1)) {
            var columns = line.split("\\|", -1);
            for (int i = 0; i < columns.length; i++) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 12);
                content.newLineAtOffset(i == 0 ? LEFT : RIGHT_COLUMN, y);
                content.showText(columns[i].strip());
                content.endText();
            }
            y -= LINE;
        }
    }

    public static byte[] save(PDDocument document) {
        try (document) {
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
