package org.precedent.document;

import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Text;

/**
 * Reads the text of a PDF.
 */
final class PdfReader {
    private final DocumentOptions options;

    PdfReader(DocumentOptions options) {
        this.options = options;
        OneFont.install();
    }

    Extracted read(byte[] bytes) throws IOException {
        var deadline = Deadline.in(options.limits().time());
        try (var document = Loader.loadPDF(bytes)) {
            return read(document, deadline);
        } catch (InvalidPasswordException e) {
            return rejected(
                    Reason.PASSWORD, "PDF opens with a password only: expected none; remove it and ingest again");
        }
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
        return new Text(Paragraphs.of(PageLines.of(document, deadline)), false);
    }
}
