package org.precedent.document.source;

import static org.precedent.document.Extracted.rejected;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;
import org.precedent.document.source.Source.Found;
import org.precedent.document.source.Source.Kind;
import org.precedent.document.source.Source.Refused;

/**
 * Splits a JSON Lines stream into lines, one determination per line. Parsing the JSON is left to the caller.
 */
final class JsonLines {
    private final InputStream in;
    private final Place place;
    private final Limits limits;
    private final Consumer<Source> visitor;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long read;
    private long number = 1;
    private boolean tooLong;

    private JsonLines(InputStream in, Place place, Limits limits, Consumer<Source> visitor) {
        this.in = in;
        this.place = place;
        this.limits = limits;
        this.visitor = visitor;
    }

    static boolean hasExtension(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    }

    static void walk(InputStream in, Place place, Limits limits, Consumer<Source> visitor) throws IOException {
        new JsonLines(in, place, limits, visitor).walk();
    }

    private void walk() throws IOException {
        var buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    append(buffer, start, i);
                    endLine(read + i + 1);
                    start = i + 1;
                }
            }
            append(buffer, start, n);
            read += n;
        }
        endLine(read);
    }

    private void append(byte[] buffer, int from, int to) {
        tooLong |= line.size() + (to - from) > limits.fileBytes();
        if (!tooLong) {
            line.write(buffer, from, to - from);
        }
    }

    private void endLine(long position) {
        var at = place.inside("line " + number, place.position() + position);
        if (tooLong) {
            visitor.accept(new Refused(at.path(), at.name(), at.position(), tooLong()));
        } else if (!line.toString(java.nio.charset.StandardCharsets.ISO_8859_1).isBlank()) {
            var bytes = line.toByteArray();
            visitor.accept(new Found(at.path(), at.name(), at.position(), Kind.RECORD, bytes.length, () -> bytes));
        }
        line.reset();
        tooLong = false;
        number++;
    }

    private Extracted.Rejected tooLong() {
        return rejected(
                Reason.TOO_LARGE,
                "line has more than " + limits.fileBytes()
                        + " bytes: expected the record of one determination, which has about 40,000");
    }
}
