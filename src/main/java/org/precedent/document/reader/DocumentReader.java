package org.precedent.document.reader;

import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.precedent.document.BoundedInput;
import org.precedent.document.Deadline;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Rejected;
import org.precedent.document.Extracted.Text;
import org.precedent.document.html.HtmlReader;
import org.precedent.document.mail.MailReader;
import org.precedent.document.pdf.PdfSandbox;
import org.precedent.document.source.FileKind;
import org.precedent.document.text.CleanText;
import org.precedent.document.text.LineMarkup;
import org.precedent.document.text.PlainText;
import org.precedent.document.word.DocxReader;

/**
 * Extracts the text of a file of any supported type, which is detected from its bytes. Thread-safe; never throws because of the content of
 * a file.
 */
public final class DocumentReader implements AutoCloseable {
    /** Maximum number of characters of a text; the longest real determination has 40,000. */
    private static final int MAX_CHARACTERS = 5_000_000;

    private final DocumentOptions options;
    private final PdfSandbox pdf;

    /**
     * Creates a reader with the given options.
     */
    public DocumentReader(DocumentOptions options) {
        this.options = options;
        this.pdf = new PdfSandbox(options);
    }

    /**
     * Extracts the text of one file.
     *
     * @param name the file name, used only as a hint
     * @param bytes its content
     */
    public Extracted read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return rejected(Reason.EMPTY, "file is empty: expected a determination; download it again");
        }
        if (bytes.length > options.limits().fileBytes()) {
            return rejected(
                    Reason.TOO_LARGE,
                    "file has " + bytes.length + " bytes: expected at most "
                            + options.limits().fileBytes() + "; a determination has about 40,000");
        }
        return checked(extracted(bytes));
    }

    /**
     * Applies the same checks to a text that was extracted elsewhere.
     */
    public Extracted readText(String text) {
        return checked(new Text(text));
    }

    private Extracted extracted(byte[] bytes) {
        var kind = FileKind.of(bytes);
        try {
            return switch (kind.family()) {
                case PDF -> pdf.read(bytes);
                case HTML -> HtmlReader.read(bytes);
                case MAIL -> MailReader.read(bytes).body();
                case OFFICE ->
                    DocxReader.read(bytes, options.limits())
                            .<Extracted>map(text -> text)
                            .orElseGet(() -> noDocument("an Office document, but not a Word document"));
                case TEXT -> plain(bytes);
                case ARCHIVE, OTHER -> noDocument(kind.label());
            };
        } catch (BoundedInput.LimitExceeded e) {
            return rejected(Reason.TOO_LARGE, "document unpacks to " + e.getMessage() + ": expected a determination");
        } catch (Deadline.DeadlineExceeded e) {
            return rejected(Reason.TOO_SLOW, "reading " + e.getMessage() + ": expected less; the file may be damaged");
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            return rejected(
                    Reason.DAMAGED,
                    "file is cut off or malformed (" + firstLine(e) + "): expected " + kind.label()
                            + " as a whole; download it again");
        }
    }

    private static Extracted plain(byte[] bytes) {
        var decoded = PlainText.decode(bytes);
        return PlainText.isBinary(decoded.text())
                ? noDocument("bytes of an unknown format")
                : new Text(LineMarkup.remove(decoded.text()), false, decoded.caveats());
    }

    private static Extracted noDocument(String found) {
        return rejected(
                Reason.NOT_A_DOCUMENT,
                "file is " + found + ": expected PDF, text, HTML, DOCX or an e-mail; convert it or leave it out");
    }

    private static String firstLine(Throwable e) {
        var message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Extracted checked(Extracted extracted) {
        return switch (extracted) {
            case Rejected rejected -> rejected;
            case Text text -> checked(text);
        };
    }

    private static Extracted checked(Text text) {
        if (text.text().length() > MAX_CHARACTERS) {
            return rejected(
                    Reason.TOO_LARGE,
                    "text has " + text.text().length() + " characters: expected at most " + MAX_CHARACTERS
                            + "; split it into determinations");
        }
        var clean = CleanText.clean(text.text());
        return CleanText.isNearlyEmpty(clean)
                ? rejected(Reason.NO_TEXT, "file contains almost no text: expected a determination")
                : new Text(clean, text.scanned(), text.caveats());
    }

    /**
     * Ends the worker processes that read PDFs; otherwise they end with this process.
     */
    @Override
    public void close() {
        pdf.close();
    }
}
