package org.precedent.document.pdf;

import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.precedent.document.Deadline;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Text;
import org.precedent.document.text.CleanText;

/**
 * Reads the text of a PDF.
 */
final class PdfReader {
    /** The mark of the end stands within so many bytes of it. */
    private static final int TAIL = 1024;

    private final DocumentOptions options;

    PdfReader(DocumentOptions options) {
        this.options = options;
        FallbackFontMapper.install();
    }

    /**
     * Reads one; never throws for content.
     */
    Extracted extract(byte[] bytes) {
        try {
            return read(bytes);
        } catch (Deadline.Passed e) {
            return rejected(Reason.TOO_SLOW, "reading " + e.getMessage() + ": expected less; the file may be damaged");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            var found = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return rejected(
                    Reason.DAMAGED,
                    "PDF is cut off or malformed (" + found.lines().findFirst().orElse("") + "): fetch it again");
        } catch (OutOfMemoryError e) {
            return rejected(
                    Reason.TOO_MUCH_MEMORY, "reading took more memory than there is: expected a letter; print it anew");
        }
    }

    private Extracted read(byte[] bytes) throws IOException {
        var deadline = Deadline.in(options.limits().time());
        if (!hasEnd(bytes)) {
            return rejected(
                    Reason.DAMAGED, "PDF is cut off: expected \"%%EOF\" at its end, got other bytes; fetch it again");
        }
        try (var document = Loader.loadPDF(bytes)) {
            return read(document, deadline);
        } catch (InvalidPasswordException e) {
            return rejected(
                    Reason.PASSWORD, "PDF opens with a password only: expected none; remove it and ingest again");
        }
    }

    /**
     * PDFBox mends what is cut off by guessing, and a letter would lack its last issues without a word.
     */
    private static boolean hasEnd(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private Extracted read(PDDocument document, Deadline deadline) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages > options.limits().pages()) {
            return rejected(
                    Reason.TOO_MANY_PAGES,
                    "PDF has " + pages + " pages: expected at most "
                            + options.limits().pages() + "; split it into letters");
        }
        if (!options.ignoreCopyRestriction()
                && !document.getCurrentAccessPermission().canExtractContent()) {
            return rejected(
                    Reason.COPY_RESTRICTED,
                    "PDF's owner flag forbids copying its text: expected permission; if you may index it, say so with"
                            + " --ignore-copy-restriction");
        }
        var text = Paragraphs.of(PageLines.of(document, deadline));
        return CleanText.isNextToNothing(text) ? scanned(document) : new Text(text);
    }

    private Extracted scanned(PDDocument document) throws IOException {
        if (options.ocr().isEmpty()) {
            return rejected(
                    Reason.NEEDS_OCR,
                    "PDF has no text, needs OCR: expected pages with text; ingest it with --ocr, or its text as a file");
        }
        try {
            var text = new TextRecognition(options.ocr().get()).read(document);
            return CleanText.isNextToNothing(text)
                    ? rejected(Reason.NO_TEXT, "PDF has no text, and none was recognised: expected a letter")
                    : new Text(text, true, List.of());
        } catch (TextRecognition.Failed e) {
            return rejected(Reason.NEEDS_OCR, "PDF has no text, needs OCR, but " + e.getMessage());
        }
    }
}
