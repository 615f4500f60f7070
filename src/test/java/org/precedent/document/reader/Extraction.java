package org.precedent.document.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Rejected;
import org.precedent.document.Extracted.Text;

/**
 * Assertions about the result of reading a document.
 */
public final class Extraction {
    public static final DocumentReader READER = new DocumentReader(DocumentOptions.DEFAULT);

    private Extraction() {}

    public static String text(byte[] bytes) {
        return text(READER, bytes);
    }

    public static String text(DocumentReader reader, byte[] bytes) {
        return switch (reader.read("letter", bytes)) {
            case Text text -> text.text();
            case Rejected rejected -> fail(rejected.toString());
        };
    }

    public static String rejection(Reason reason, byte[] bytes) {
        return rejection(READER, reason, bytes);
    }

    public static String rejection(DocumentReader reader, Reason reason, byte[] bytes) {
        return switch (reader.read("letter", bytes)) {
            case Text text ->
                fail("expected " + reason + ", got text of " + text.text().length());
            case Rejected rejected -> {
                assertEquals(reason, rejected.reason(), rejected.message());
                assertFalse(rejected.message().isBlank());
                assertFalse(rejected.message().contains("\n"), rejected.message());
                yield rejected.message();
            }
        };
    }
}
