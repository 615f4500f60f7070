package org.precedent.document.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.precedent.document.text.PlainText;

/**
 * What kind of file these bytes are, told by the bytes themselves.
 *
 * @param family how to read it
 * @param label its name for people, such as {@code a PNG image}
 */
public record FileKind(Family family, String label) {
    public enum Family {
        PDF,
        OFFICE,
        ARCHIVE,
        HTML,
        TEXT,
        OTHER
    }

    /**
     * @param start first bytes, one character each
     */
    private record Signature(String label, String start) {
        boolean matches(byte[] bytes) {
            return startsWith(bytes, 0, start.getBytes(StandardCharsets.ISO_8859_1));
        }

        FileKind kind() {
            return new FileKind(Family.OTHER, label);
        }
    }

    private static final List<Signature> FOREIGN = List.of(
            new Signature("a PNG image", "\u0089PNG"),
            new Signature("a JPEG image", "\u00ff\u00d8\u00ff"),
            new Signature("a GIF image", "GIF8"),
            new Signature("a TIFF image", "II*\0"),
            new Signature("a TIFF image", "MM\0*"),
            new Signature("an image or sound (RIFF)", "RIFF"),
            new Signature("an old Word document (.doc)", "\u00d0\u00cf\u0011\u00e0"),
            new Signature("a rich text document (RTF)", "{\\rtf"),
            new Signature("a gzip archive", "\u001f\u008b"),
            new Signature("a 7z archive", "7z\u00bc\u00af"),
            new Signature("a RAR archive", "Rar!"),
            new Signature("a program", "\u007fELF"),
            new Signature("a program", "MZ\u0090"));

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    static final int HEAD = 1024;

    /**
     * The kind of file that begins with, or is, these bytes.
     */
    public static FileKind of(byte[] bytes) {
        if (isArchive(bytes)) {
            return isOffice(bytes)
                    ? new FileKind(Family.OFFICE, "an office document")
                    : new FileKind(Family.ARCHIVE, "a ZIP archive");
        }
        if (isPdf(bytes)) {
            return new FileKind(Family.PDF, "a PDF");
        }
        return FOREIGN.stream()
                .filter(signature -> signature.matches(bytes))
                .findFirst()
                .map(Signature::kind)
                .orElseGet(() -> isHtml(bytes) ? new FileKind(Family.HTML, "HTML") : new FileKind(Family.TEXT, "text"));
    }

    static boolean isArchive(byte[] bytes) {
        return startsWith(bytes, 0, ZIP) || startsWith(bytes, 0, EMPTY_ZIP);
    }

    /**
     * Office documents are archives too; the name of their first entry gives them away.
     */
    private static boolean isOffice(byte[] bytes) {
        if (bytes.length < 30) {
            return false;
        }
        int length = (bytes[26] & 0xff) | (bytes[27] & 0xff) << 8;
        int end = Math.min(bytes.length, 30 + length);
        var name = new String(bytes, 30, end - 30, StandardCharsets.ISO_8859_1);
        return name.equals("[Content_Types].xml")
                || name.equals("mimetype")
                || name.startsWith("_rels/")
                || name.startsWith("docProps/")
                || name.startsWith("word/");
    }

    /**
     * Some producers put bytes before the mark.
     */
    private static boolean isPdf(byte[] bytes) {
        int end = Math.min(bytes.length, HEAD) - PDF.length;
        for (int i = 0; i <= end; i++) {
            if (startsWith(bytes, i, PDF)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHtml(byte[] bytes) {
        var head = PlainText.decode(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)))
                .toLowerCase(Locale.ROOT)
                .stripLeading();
        return head.startsWith("<!doctype html")
                || head.startsWith("<html")
                || (head.startsWith("<") && (head.contains("<html") || head.contains("<body")));
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        return bytes.length - from >= start.length
                && java.util.Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
    }
}
