package org.precedent.document.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.precedent.document.mail.MailReader;
import org.precedent.document.text.PlainText;

/**
 * The type of a file, detected from its bytes.
 *
 * @param family how to read it
 * @param label display name, such as {@code a PNG image}
 */
public record FileKind(Family family, String label) {
    /**
     * How to read the file.
     */
    public enum Family {
        /** A PDF. */
        PDF,
        /** An office document in a ZIP archive, such as DOCX. */
        OFFICE,
        /** A ZIP archive. */
        ARCHIVE,
        /** An e-mail. */
        MAIL,
        /** A complete or partial HTML page. */
        HTML,
        /** Plain text. */
        TEXT,
        /** Not a document. */
        OTHER
    }

    /**
     * The magic number of an unsupported format, one character per byte.
     */
    private record Signature(String label, String start) {
        boolean matches(byte[] bytes) {
            return startsWith(bytes, 0, start.getBytes(ISO_8859_1));
        }

        FileKind kind() {
            return new FileKind(Family.OTHER, label);
        }
    }

    private static final List<Signature> SIGNATURES = List.of(
            new Signature("a PNG image", "\u0089PNG"),
            new Signature("a JPEG image", "\u00ff\u00d8\u00ff"),
            new Signature("a GIF image", "GIF8"),
            new Signature("a TIFF image", "II*\0"),
            new Signature("a TIFF image", "MM\0*"),
            new Signature("an image or sound (RIFF)", "RIFF"),
            new Signature(
                    "an old Office document (.doc), an Outlook message (.msg) or a password-protected document",
                    "\u00d0\u00cf\u0011\u00e0"),
            new Signature("a rich text document (RTF)", "{\\rtf"),
            new Signature("an attachment that only Outlook can open (winmail.dat)", "x\u009f>\""),
            new Signature("a WordPerfect document", "\u00ffWPC"),
            new Signature("a gzip archive", "\u001f\u008b"),
            new Signature("a bzip2 archive", "BZh"),
            new Signature("a 7z archive", "7z\u00bc\u00af"),
            new Signature("a RAR archive", "Rar!"),
            new Signature("a program", "\u007fELF"),
            new Signature("a program", "MZ\u0090"));

    private static final FileKind OFFICE = new FileKind(Family.OFFICE, "an office document");
    private static final FileKind ARCHIVE = new FileKind(Family.ARCHIVE, "a ZIP archive");

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    /** Number of bytes at the start of a file that identify its type. */
    private static final int HEAD_BYTES = 1024;

    private static final int HTML_HEAD = 8192;

    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|div|br|b|i|strong|em|font|span|center|table|tbody|tr|td|th|ul|ol|li|h[1-6]|hr|a|section|article|main"
                    + "|header|meta|title|style|body|head|pre|blockquote|o:p)(?:\\s[^<>]*)?/?>");

    /** Minimum number of tags in the first kilobytes that makes a text HTML although it does not begin with a tag. */
    private static final int MIN_TAGS = 6;

    /**
     * Detects the type of a file in memory.
     */
    public static FileKind of(byte[] bytes) {
        if (startsWith(bytes, 0, ZIP) || startsWith(bytes, 0, EMPTY_ZIP)) {
            return isOffice(bytes) ? OFFICE : ARCHIVE;
        }
        var kind = ofHead(bytes);
        return hasArchiveAtEnd(kind) && ZipDirectory.endsArchive(bytes) ? ARCHIVE : kind;
    }

    /**
     * Detects the type of a file on disk, reading no more of it than necessary.
     */
    static FileKind of(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var head = read(channel, 0, HTML_HEAD);
            if (startsWith(head, 0, ZIP) || startsWith(head, 0, EMPTY_ZIP)) {
                return isOffice(file, head) ? OFFICE : ARCHIVE;
            }
            var kind = ofHead(head);
            return hasArchiveAtEnd(kind)
                            && ZipDirectory.endsArchive(
                                    read(channel, Math.max(0, channel.size() - ZipDirectory.TAIL), ZipDirectory.TAIL))
                    ? ARCHIVE
                    : kind;
        }
    }

    private static byte[] read(FileChannel channel, long from, int maximum) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(maximum, channel.size() - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // keep reading until the buffer is full
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** Whether the file may end in an archive: a self-extracting archive is a program, and some gateways prepend a text banner. */
    private static boolean hasArchiveAtEnd(FileKind kind) {
        return kind.family == Family.TEXT || kind.label.equals("a program");
    }

    private static FileKind ofHead(byte[] bytes) {
        if (isPdf(bytes)) {
            return new FileKind(Family.PDF, "a PDF");
        }
        return SIGNATURES.stream()
                .filter(signature -> signature.matches(bytes))
                .findFirst()
                .map(Signature::kind)
                .orElseGet(() -> ofText(PlainText.decode(Arrays.copyOf(bytes, Math.min(bytes.length, HTML_HEAD)))
                        .text()));
    }

    private static FileKind ofText(String head) {
        if (MailReader.isMail(head)) {
            return new FileKind(Family.MAIL, "an e-mail");
        }
        return isHtml(head.toLowerCase(Locale.ROOT).stripLeading())
                ? new FileKind(Family.HTML, "HTML")
                : new FileKind(Family.TEXT, "text");
    }

    /**
     * Whether a ZIP archive is an office document. The order of entries is arbitrary, so the central directory decides; a truncated file is
     * recognized by its first entry.
     */
    private static boolean isOffice(byte[] bytes) {
        return ZipDirectory.names(bytes)
                .map(names -> names.contains(CONTENT_TYPES) || names.contains("mimetype"))
                .orElseGet(() -> isOfficeEntry(firstEntry(bytes)));
    }

    private static boolean isOffice(Path file, byte[] head) {
        try (var zip = new ZipFile(file.toFile(), ISO_8859_1)) {
            return zip.getEntry(CONTENT_TYPES) != null || zip.getEntry("mimetype") != null;
        } catch (IOException | IllegalArgumentException e) {
            return isOfficeEntry(firstEntry(head));
        }
    }

    private static String firstEntry(byte[] bytes) {
        if (bytes.length < 30) {
            return "";
        }
        int length = (bytes[26] & 0xff) | (bytes[27] & 0xff) << 8;
        int end = Math.min(bytes.length, 30 + length);
        return new String(bytes, 30, end - 30, ISO_8859_1);
    }

    private static boolean isOfficeEntry(String name) {
        return name.equals(CONTENT_TYPES)
                || name.equals("mimetype")
                || name.startsWith("_rels/")
                || name.startsWith("docProps/")
                || name.startsWith("customXml/")
                || name.startsWith("word/");
    }

    /**
     * Whether the PDF header is present; some programs write bytes before it.
     */
    private static boolean isPdf(byte[] bytes) {
        int end = Math.min(bytes.length, HEAD_BYTES) - PDF.length;
        for (int i = 0; i <= end; i++) {
            if (startsWith(bytes, i, PDF)) {
                return true;
            }
        }
        return false;
    }

    /** The start and end tags of {@code html} and {@code body} are optional, and missing in HTML fragments. */
    private static boolean isHtml(String head) {
        if (head.startsWith("<!doctype html") || head.startsWith("<html")) {
            return true;
        }
        var start = head.startsWith("<!--")
                ? head.substring(head.indexOf("-->") + 3).stripLeading()
                : head;
        return (start.startsWith("<") && (start.contains("<html") || start.contains("<body")))
                || TAG.matcher(start).lookingAt()
                || TAG.matcher(start).results().limit(MIN_TAGS).count() == MIN_TAGS;
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] start) {
        return bytes.length - from >= start.length
                && Arrays.equals(bytes, from, from + start.length, start, 0, start.length);
    }
}
