package org.precedent.lucene.legacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.util.BytesRef;

/**
 * Texts that the legacy format stored on result cards instead of with the determination: clinical summary and rationales.
 *
 * @param summary empty when there is none
 * @param rationales by zero-based index of the issue
 */
record LegacyCards(Optional<String> summary, List<Optional<String>> rationales) {
    private static final byte HEX = 0;

    /** Reads cards stored as one record: the determination's card, its summary, and the cards of its issues. */
    static LegacyCards combined(BytesRef bytes) throws IOException {
        var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int issues = skipLetter(in);
        var summary = optional(in);
        var rationales = new ArrayList<Optional<String>>();
        for (int i = 0; i < issues; i++) {
            int end = in.readVInt() + in.getPosition();
            rationales.add(rationaleOf(in));
            in.setPosition(end);
        }
        return new LegacyCards(summary, rationales);
    }

    /** Reads cards stored separately, one per issue. */
    static LegacyCards separate(List<BytesRef> issues) throws IOException {
        var rationales = new ArrayList<Optional<String>>();
        for (var card : issues) {
            rationales.add(rationaleOf(new ByteArrayDataInput(card.bytes, card.offset, card.length)));
        }
        return new LegacyCards(Optional.empty(), rationales);
    }

    /** Reads the number of issues from a determination's card. */
    static int issues(BytesRef letterCard) throws IOException {
        return skipLetter(new ByteArrayDataInput(letterCard.bytes, letterCard.offset, letterCard.length));
    }

    /** Reads the digest of a determination's file from its card. */
    static String sha256(BytesRef letterCard) throws IOException {
        var in = new ByteArrayDataInput(letterCard.bytes, letterCard.offset, letterCard.length);
        in.readString();
        return digest(in);
    }

    Optional<String> rationale(int issue) {
        return rationales.get(issue);
    }

    private static int skipLetter(DataInput in) throws IOException {
        in.readString();
        digest(in);
        digest(in);
        optional(in);
        optional(in);
        strings(in);
        in.readString();
        int issues = in.readVInt();
        in.readByte();
        in.readLong();
        in.readLong();
        return issues;
    }

    private static Optional<String> rationaleOf(DataInput in) throws IOException {
        in.readVInt();
        in.readString();
        in.readString();
        strings(in);
        strings(in);
        optional(in);
        optional(in);
        int guidelines = in.readVInt();
        for (int i = 0; i < guidelines; i++) {
            in.readString();
            for (int part = 0; part < 4; part++) {
                optional(in);
            }
            in.readString();
            in.readVInt();
            in.readVInt();
        }
        return optional(in);
    }

    static List<String> strings(DataInput in) throws IOException {
        int count = in.readVInt();
        var strings = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            strings.add(in.readString());
        }
        return strings;
    }

    static Optional<String> optional(DataInput in) throws IOException {
        return strings(in).stream().findFirst();
    }

    static String digest(DataInput in) throws IOException {
        var bytes = new byte[in.readVInt()];
        in.readBytes(bytes, 0, bytes.length);
        return bytes.length > 0 && bytes[0] == HEX
                ? HexFormat.of().formatHex(bytes, 1, bytes.length)
                : new String(bytes, StandardCharsets.UTF_8);
    }
}
