package org.precedent.document.source;

import static org.precedent.document.Extracted.rejected;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;
import org.precedent.document.mail.MailReader;
import org.precedent.document.mail.MailReader.Attachment;
import org.precedent.document.source.Source.Found;
import org.precedent.document.source.Source.Kind;
import org.precedent.document.source.Source.Refused;

/**
 * Walks an e-mail or a mailbox file and yields the attached documents, or the body if there are none.
 */
final class MailSource {
    /** Number of letters beyond which a body is more than a cover note for the attachments. */
    private static final int MAX_COVER_NOTE = 2500;

    /** Minimum number of letters for a body to be a determination itself if no document is attached. */
    private static final int MIN_BODY = 200;

    private static final int MAX_MESSAGES = 100_000;

    private static final byte[] ENVELOPE = {'F', 'r', 'o', 'm', ' '};

    private final Limits limits;
    private final Consumer<Source> visitor;

    private MailSource(Limits limits, Consumer<Source> visitor) {
        this.limits = limits;
        this.visitor = visitor;
    }

    static void walk(byte[] bytes, Place place, Limits limits, Consumer<Source> visitor) {
        var mail = new MailSource(limits, visitor);
        var messages = messages(bytes);
        if (messages.size() == 1) {
            mail.message(bytes, place);
        } else {
            for (int i = 0; i < messages.size(); i++) {
                mail.message(messages.get(i), place.inside("message " + (i + 1), place.position()));
            }
        }
    }

    /** Splits a mailbox file into messages, each of which begins with a "From " line after an empty line. */
    private static List<byte[]> messages(byte[] bytes) {
        var messages = new ArrayList<byte[]>();
        if (startsEnvelope(bytes, 0)) {
            int start = 0;
            for (int i = 2; i < bytes.length && messages.size() < MAX_MESSAGES; i++) {
                boolean afterEmptyLine = bytes[i - 1] == '\n' && (bytes[i - 2] == '\n' || bytes[i - 2] == '\r');
                if (afterEmptyLine && startsEnvelope(bytes, i)) {
                    messages.add(Arrays.copyOfRange(bytes, start, i));
                    start = i;
                }
            }
            messages.add(Arrays.copyOfRange(bytes, start, bytes.length));
        } else {
            messages.add(bytes);
        }
        return messages;
    }

    private static boolean startsEnvelope(byte[] bytes, int at) {
        return bytes.length - at >= ENVELOPE.length
                && Arrays.equals(bytes, at, at + ENVELOPE.length, ENVELOPE, 0, ENVELOPE.length);
    }

    private void message(byte[] bytes, Place at) {
        try {
            var mail = MailReader.read(bytes);
            var documents =
                    mail.attachments().stream().filter(MailSource::isDocument).toList();
            long letters = mail.body()
                    .text()
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .count();
            if ((documents.isEmpty() && mail.attachments().isEmpty())
                    || (letters > MIN_BODY && (documents.isEmpty() || letters > MAX_COVER_NOTE))) {
                visitor.accept(
                        new Found(at.path(), at.name(), at.position(), Kind.DOCUMENT, bytes.length, () -> bytes));
            }
            (isCoverNote(documents, letters) ? mail.attachments() : documents)
                    .forEach(document -> attachment(document, at));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            visitor.accept(new Refused(
                    at.path(),
                    at.name(),
                    at.position(),
                    rejected(
                            Reason.DAMAGED,
                            "e-mail is malformed (" + e.getMessage()
                                    + "): save its attachments as files, or its text")));
        }
    }

    /**
     * Whether the e-mail is only a cover note. Its attachments are then reported instead, so that the user learns why each was rejected.
     */
    private static boolean isCoverNote(List<Attachment> documents, long letters) {
        return documents.isEmpty() && letters <= MAX_COVER_NOTE;
    }

    private static boolean isDocument(Attachment attachment) {
        return switch (FileKind.of(attachment.content().bytes()).family()) {
            case PDF, OFFICE, ARCHIVE, MAIL, HTML -> true;
            case TEXT -> attachment.name().toLowerCase(java.util.Locale.ROOT).endsWith(".txt");
            case OTHER -> false;
        };
    }

    private void attachment(Attachment attachment, Place mail) {
        var content = attachment.content().bytes();
        var at = mail.inside(attachment.name(), mail.position());
        if (FileKind.of(content).family() == FileKind.Family.ARCHIVE) {
            ZipSource.walk(content, at, limits, visitor);
        } else {
            visitor.accept(
                    new Found(at.path(), at.name(), at.position(), Kind.DOCUMENT, content.length, () -> content));
        }
    }
}
