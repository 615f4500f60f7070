package org.precedent.document;

import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Rejected;
import org.precedent.document.Extracted.Text;

/**
 * Takes the text out of a file, whatever kind of document it is. What the file holds decides, not what it is called.
 * Immutable, for use by many threads; never throws for content.
 */
public final class DocumentReader {
    /** Letters and digits below which there is no letter to speak of; the shortest real one has thousands. */
    private static final int LEAST = 40;

    private final DocumentOptions options;
    private final PdfReader pdf;

    /**
     * A reader within what the operator allows.
     */
    public DocumentReader(DocumentOptions options) {
        this.options = options;
        this.pdf = new PdfReader(options);
    }

    /**
     * The text of one file.
     *
     * @param name the file's name, a hint only
     * @param bytes its content
     */
    public Extracted read(String name, byte[] bytes) {
        if (bytes.length == 0) {
            return rejected(Reason.EMPTY, "file is empty: expected a letter; fetch it again");
        }
        if (bytes.length > options.limits().fileBytes()) {
            return rejected(
                    Reason.TOO_LARGE,
                    "file has " + bytes.length + " bytes: expected at most "
                            + options.limits().fileBytes() + "; a letter has about 40,000");
        }
        return checked(extracted(bytes));
    }

    private Extracted extracted(byte[] bytes) {
        try {
            return isPdf(bytes) ? pdf.read(bytes) : new Text(new String(bytes, StandardCharsets.UTF_8), false);
        } catch (Deadline.Passed e) {
            return rejected(Reason.TOO_SLOW, "reading " + e.getMessage() + ": expected less; the file may be damaged");
        } catch (IOException | RuntimeException e) {
            return rejected(
                    Reason.DAMAGED,
                    "file is cut off or malformed (" + e.getMessage() + "): expected a whole PDF; fetch it again");
        }
    }

    private static boolean isPdf(byte[] bytes) {
        int end = Math.min(bytes.length, 1024) - 5;
        for (int i = 0; i <= end; i++) {
            if (bytes[i] == '%'
                    && bytes[i + 1] == 'P'
                    && bytes[i + 2] == 'D'
                    && bytes[i + 3] == 'F'
                    && bytes[i + 4] == '-') {
                return true;
            }
        }
        return false;
    }

    private static Extracted checked(Extracted extracted) {
        return switch (extracted) {
            case Rejected rejected -> rejected;
            case Text text -> {
                var clean = CleanText.of(text.text());
                yield clean.codePoints()
                                        .filter(Character::isLetterOrDigit)
                                        .limit(LEAST)
                                        .count()
                                < LEAST
                        ? rejected(Reason.NO_TEXT, "file holds next to no text: expected a letter")
                        : new Text(clean, text.scanned());
            }
        };
    }
}
