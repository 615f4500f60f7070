package org.precedent.lucene.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Shortens the spans in a determination's JSON for storage and restores them: <code>{"start":120,"end":131}</code> is stored as start and
 * length after a control character, which never appears unescaped in JSON. A determination has about forty spans, and their digits compress
 * poorly.
 */
final class CompactSpans {
    private static final byte SPAN = 1;
    private static final byte[] START = "{\"start\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = ",\"end\":".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_DIGITS = 9;

    private final byte[] bytes;
    private final ByteArrayOutputStream out;
    private int at;
    private int start;
    private int number;

    private CompactSpans(byte[] bytes, int expected) {
        this.bytes = bytes;
        this.out = new ByteArrayOutputStream(expected);
    }

    /** Returns the compact form of JSON. */
    static byte[] compact(byte[] json) {
        return new CompactSpans(json, json.length).compact();
    }

    /**
     * Restores JSON from its compact form.
     *
     * @throws IllegalStateException when the input is damaged
     */
    static byte[] expand(byte[] compact) {
        return new CompactSpans(compact, compact.length + compact.length / 4).expand();
    }

    private byte[] compact() {
        int copied = 0;
        for (int from = nextObject(0); from < bytes.length; from = nextObject(at)) {
            at = from;
            if (readsSpan()) {
                out.write(bytes, copied, from - copied);
                out.write(SPAN);
                write(start + "," + (number - start) + "}");
                copied = at;
            } else {
                at = from + 1;
            }
        }
        out.write(bytes, copied, bytes.length - copied);
        return out.toByteArray();
    }

    /** The next opening brace; the length of the bytes if there is none. */
    private int nextObject(int from) {
        int next = from;
        while (next < bytes.length && bytes[next] != '{') {
            next++;
        }
        return next;
    }

    /** Parses a span at the current position, leaving its end as the last number; returns false if there is none. */
    private boolean readsSpan() {
        if (!startsWith(START) || !readsNumber()) {
            return false;
        }
        start = number;
        return startsWith(END) && readsNumber() && number >= start && startsWith('}');
    }

    private byte[] expand() {
        while (at < bytes.length) {
            byte next = bytes[at++];
            if (next != SPAN) {
                out.write(next);
                continue;
            }
            boolean whole = readsNumber();
            start = number;
            if (!whole || !startsWith(',') || !readsNumber() || !startsWith('}')) {
                throw new IllegalStateException("stored determination ends within a span: damaged");
            }
            write("{\"start\":" + start + ",\"end\":" + (start + number) + "}");
        }
        return out.toByteArray();
    }

    private boolean startsWith(byte[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != expected[i]) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    private boolean startsWith(char expected) {
        return startsWith(new byte[] {(byte) expected});
    }

    private boolean readsNumber() {
        int from = at;
        number = 0;
        while (at < bytes.length && at - from < MAX_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at++] - '0';
        }
        return at > from;
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
