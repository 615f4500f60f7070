package org.precedent.document.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;
import org.precedent.document.Caveat;
import org.precedent.document.Extracted.Text;
import org.precedent.document.html.HtmlReader;
import org.precedent.document.text.PlainText;

/**
 * Reads an e-mail as saved by a mail program (RFC 5322, MIME), or a web page saved as MHTML: its attachments and the text of its body. If
 * the body has alternative forms, the one with the most text is used.
 */
public final class MailReader {
    private static final Pattern HEADER = Pattern.compile("([!-9;-~]+):.*");

    /** Headers that distinguish an e-mail from a document that begins with "From:" and "Date:". */
    private static final Set<String> MAIL_HEADERS = Set.of(
            "mime-version",
            "message-id",
            "received",
            "return-path",
            "delivered-to",
            "content-type",
            "content-transfer-encoding",
            "x-mailer");

    /** Maximum nesting depth of MIME parts; each forwarding adds two levels. */
    private static final int MAX_DEPTH = 20;

    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Caveat> caveats = new ArrayList<>();

    /**
     * A file attached to an e-mail.
     *
     * @param name the file name given by the sender
     * @param content the content of the file
     */
    public record Attachment(String name, Content content) {
        /** The content of an attachment. */
        public interface Content {
            /** Returns the content as bytes. */
            byte[] bytes();
        }
    }

    /**
     * An e-mail.
     *
     * @param attachments its attachments, including those of attached e-mails
     * @param body the text of its body
     */
    public record Mail(List<Attachment> attachments, Text body) {
        public Mail {
            attachments = List.copyOf(attachments);
        }
    }

    private MailReader() {}

    /**
     * Whether a text begins with an e-mail header.
     */
    public static boolean isMail(String head) {
        boolean hasMailHeader = false;
        int headers = 0;
        var lines = head.lines().iterator();
        while (lines.hasNext()) {
            var line = lines.next();
            var header = HEADER.matcher(line);
            if (line.isEmpty()) {
                break;
            } else if (header.matches()) {
                headers++;
                hasMailHeader |= MAIL_HEADERS.contains(header.group(1).toLowerCase(Locale.ROOT));
            } else if (headers == 0 ? !line.startsWith("From ") : !line.startsWith(" ") && !line.startsWith("\t")) {
                return hasMailHeader && headers > 1 && !lines.hasNext();
            }
        }
        return hasMailHeader && headers > 1;
    }

    /**
     * Reads an e-mail.
     *
     * @throws IOException if the e-mail is malformed
     */
    public static Mail read(byte[] bytes) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(1 << 20)
                .setMaxHeaderCount(10_000)
                .build());
        var message = builder.parseMessage(new ByteArrayInputStream(withoutEnvelope(bytes)));
        try {
            var reader = new MailReader();
            var body = reader.text(message, 0);
            return new Mail(reader.attachments, new Text(body, false, reader.caveats));
        } finally {
            message.dispose();
        }
    }

    /** Removes the "From " line that precedes the header of an e-mail in an mbox file. */
    private static byte[] withoutEnvelope(byte[] bytes) {
        if (bytes.length < 5
                || !new String(bytes, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1).equals("From ")) {
            return bytes;
        }
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return java.util.Arrays.copyOfRange(bytes, Math.min(bytes.length, end + 1), bytes.length);
    }

    /** Returns the text of a MIME entity and collects its attachments. */
    private String text(Entity entity, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("parts are nested more than " + MAX_DEPTH + " deep");
        }
        var body = entity.getBody();
        if (body instanceof Multipart parts) {
            return text(parts, depth);
        }
        if (body instanceof Message attached) {
            return text(attached, depth + 1);
        }
        return body instanceof SingleBody single ? text(entity, single) : "";
    }

    private String text(Multipart parts, int depth) throws IOException {
        boolean alternative = "alternative".equalsIgnoreCase(parts.getSubType());
        var text = new StringBuilder();
        for (var part : parts.getBodyParts()) {
            var found = text(part, depth + 1);
            if (!alternative) {
                text.append(text.isEmpty() || found.isEmpty() ? "" : "\n\n").append(found);
            } else if (letters(found) > letters(text)) {
                text.setLength(0);
                text.append(found);
            }
        }
        return text.toString();
    }

    private static long letters(CharSequence text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private String text(Entity entity, SingleBody body) throws IOException {
        byte[] content;
        try (var in = body.getInputStream()) {
            content = in.readAllBytes();
        }
        var type = String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT);
        if (isAttached(entity) || !(type.equals("text/plain") || type.equals("text/html"))) {
            var name = entity.getFilename() == null ? "part " + (attachments.size() + 1) : entity.getFilename();
            attachments.add(new Attachment(name, () -> content));
            return "";
        }
        var text = decoded(content, entity.getCharset());
        var read = type.equals("text/html")
                ? HtmlReader.read(text.orElseGet(() -> HtmlReader.decode(content)))
                : plain(text.orElseGet(() -> PlainText.decode(content)));
        caveats.addAll(read.caveats());
        return read.text();
    }

    private static Text plain(PlainText text) {
        return new Text(text.text(), false, text.caveats());
    }

    private static boolean isAttached(Entity entity) {
        return entity.getFilename() != null || "attachment".equalsIgnoreCase(entity.getDispositionType());
    }

    /** Decodes content by its declared charset; empty if that is missing, unknown, or one that {@link PlainText} detects just as well. */
    private static Optional<PlainText> decoded(byte[] content, @Nullable String charset) {
        if (charset == null || charset.toLowerCase(Locale.ROOT).matches("us-ascii|ascii|utf-?8")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainText(new String(content, Charset.forName(charset)), 0));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
