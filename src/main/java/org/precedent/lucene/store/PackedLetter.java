package org.precedent.lucene.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.precedent.determination.Determination;
import org.precedent.json.Json;

/**
 * The whole letter as it is kept. {@link LetterCodec} compresses it together with its neighbours.
 *
 * @param bytes a mark of the form, the letter, and where its file lies
 * @param content digest of all that was read from the letter, wherever its file lies
 */
public record PackedLetter(BytesRef bytes, String content) {
    /** No deflated stream begins so; letters kept by earlier versions are deflated JSON. */
    private static final byte FORM = 0x17;

    /** The form before it: the summary is in the text, and each issue's card is kept with the issue. */
    private static final byte CARDS_APART = 0x0f;

    private static final int DIGEST = 16;

    public static PackedLetter of(Determination letter) {
        try {
            var out = new ByteBuffersDataOutput();
            out.writeByte(FORM);
            LetterEncoding.write(letter, out);
            var content = digest(letter, out);
            out.writeString(letter.origin().source());
            return new PackedLetter(new BytesRef(out.toArrayCopy()), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what was written so far, and of what is kept on the cards. */
    private static String digest(Determination letter, ByteBuffersDataOutput out) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            out.toWriteableBufferList().forEach(digest::update);
            letter.issues().stream()
                    .flatMap(issue -> issue.rationale().stream())
                    .forEach(rationale -> digest.update(rationale.value().getBytes(StandardCharsets.UTF_8)));
            letter.narrative()
                    .clinicalSummary()
                    .ifPresent(summary -> digest.update(summary.value().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The letter that was packed.
     *
     * @param cards hold its summary and the rationales of its issues
     */
    static Determination unpack(BytesRef packed, StoredCardGroup cards) {
        try {
            byte form = packed.bytes[packed.offset];
            if (form != FORM && form != CARDS_APART) {
                return inflated(packed);
            }
            var in = new ByteArrayDataInput(packed.bytes, packed.offset + 1, packed.length - 1);
            return LetterDecoding.read(in, cards, form == FORM ? 0 : 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the cards of its issues are kept with the issues, as versions before kept them. */
    static boolean hasCardsApart(BytesRef packed) {
        return packed.bytes[packed.offset] == CARDS_APART;
    }

    /** As versions before the mark kept it; {@code reindex} still reads it. */
    private static Determination inflated(BytesRef packed) throws IOException {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(
                new ByteArrayInputStream(packed.bytes, packed.offset, packed.length), inflater)) {
            return Json.read(in.readAllBytes(), Determination.class);
        } finally {
            inflater.end();
        }
    }
}
