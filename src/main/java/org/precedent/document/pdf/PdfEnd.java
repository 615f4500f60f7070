package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/**
 * Detects truncated PDFs. PDFBox repairs what is cut off by guessing, and a letter would lack its last issues without a
 * word. Bytes after the end, as block-wise copies and gateways add, are harmless.
 */
final class PdfEnd {
    private static final String END = "%%EOF";

    /** What stands after an end of file mark in an unfinished revision, or in the rest of a linearized file. */
    private static final Pattern REVISION = Pattern.compile("\\d+\\s+\\d+\\s+obj\\b|\\bxref\\b|\\bendobj\\b");

    private static final Pattern LINEARIZED = Pattern.compile("/Linearized\\b[^>]{0,200}?/L\\s+(\\d{1,12})\\b");
    private static final int HEAD = 2048;

    private PdfEnd() {}

    static boolean isCutOff(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        int end = text.lastIndexOf(END);
        if (end < 0
                || REVISION.matcher(text)
                        .region(end + END.length(), text.length())
                        .find()) {
            return true;
        }
        // a linearized file has an end mark after its first page too, and states its length
        var linearized = LINEARIZED.matcher(text).region(0, Math.min(text.length(), HEAD));
        return linearized.find() && Long.parseLong(linearized.group(1)) > bytes.length && text.indexOf(END) == end;
    }
}
